import { performance } from 'node:perf_hooks'
import { Readable } from 'node:stream'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { NodeHttpHandler } from '@smithy/node-http-handler'

/** A client that knows how long the process had nothing to do but wait for the database. */
export interface TimedClient {
  readonly client: DynamoDBClient
  /** How long that was since this was last asked, in milliseconds. */
  readonly takeMs: () => number
}

/**
 * What the process does while a request is under way is its own time: of several requests at a time,
 * it decodes one answer while it waits for the next.
 */
export function timedClient(endpoint: string): TimedClient {
  const handler = new NodeHttpHandler()
  const send = handler.handle.bind(handler)
  let [underWay, since, sum] = [0, 0, 0]
  const begin = (): void => {
    if (underWay === 0) since = idleMs()
    underWay += 1
  }
  const end = (): void => {
    underWay -= 1
    if (underWay === 0) sum += idleMs() - since
  }
  handler.handle = async (request, options) => {
    begin()
    try {
      const answer = await send(request, options)
      const body: unknown = answer.response.body
      if (body instanceof Readable) body.once('close', end)
      else end()
      return answer
    } catch (error) {
      end()
      throw error
    }
  }
  const client = new DynamoDBClient({ endpoint, requestHandler: handler, maxAttempts: 1 })
  // As of the client that a reader makes itself.
  client.middlewareStack.remove('loggerMiddleware')
  return {
    client,
    takeMs: () => {
      const taken = sum
      sum = 0
      return taken
    },
  }
}

/** How long this process has waited for anything since it began. */
function idleMs(): number {
  return performance.eventLoopUtilization().idle
}
