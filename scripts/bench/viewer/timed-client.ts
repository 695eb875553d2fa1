import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { NodeHttpHandler } from '@smithy/node-http-handler'

/** A client that knows how long the database was at work for it. */
export interface TimedClient {
  readonly client: DynamoDBClient
  /** Milliseconds during which at least one request was with the database, since this was last asked. */
  readonly takeMs: () => number
}

export function timedClient(endpoint: string): TimedClient {
  const handler = new NodeHttpHandler()
  const send = handler.handle.bind(handler)
  let [underWay, since, sum] = [0, 0, 0]
  handler.handle = async (request, options) => {
    if (underWay === 0) since = performance.now()
    underWay += 1
    try {
      return await send(request, options)
    } finally {
      underWay -= 1
      if (underWay === 0) sum += performance.now() - since
    }
  }
  return {
    client: new DynamoDBClient({ endpoint, requestHandler: handler }),
    takeMs: () => {
      const taken = sum
      sum = 0
      return taken
    },
  }
}
