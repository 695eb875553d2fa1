import { createServer, request as ask } from 'node:http'
import { portOf } from './port-of.ts'

export interface Proxy {
  readonly endpoint: string
  /** Told of each request that DynamoDB has answered; the answer is passed on where it says so. */
  onAnswer(passesOn: (operation: string) => boolean): void
}

/** Passes requests on to a DynamoDB. */
export async function withProxy<Value>(
  endpoint: string,
  use: (proxy: Proxy) => Promise<Value>,
): Promise<Value> {
  let passesOn: (operation: string) => boolean = () => true
  const server = createServer((incoming, outgoing) => {
    const operation = String(incoming.headers['x-amz-target']).split('.').at(-1) ?? ''
    const { method, headers } = incoming
    const onward = ask(endpoint, { method, headers }, (answer) => {
      if (!passesOn(operation)) {
        answer.resume()
        outgoing.destroy()
        return
      }
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await use({
      endpoint: `http://127.0.0.1:${portOf(server)}`,
      onAnswer: (callback) => {
        passesOn = callback
      },
    })
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}
