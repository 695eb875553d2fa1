import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a service says to every request. */
export interface Answer {
  readonly status: number
  readonly type?: string
  readonly message?: string
}

/** A server that answers every request alike, as AWS words its failures. Without an answer it stays silent. */
export async function withFakeAws<Value>(
  answer: Answer | undefined,
  use: (endpoint: string) => Promise<Value>,
): Promise<Value> {
  const server = createServer((request, response) => {
    request.resume()
    if (answer === undefined) return
    const { status, type, message } = answer
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' })
    response.end(
      type === undefined ? '' : JSON.stringify({ __type: `com.amazonaws#${type}`, message }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  try {
    return await use(`http://127.0.0.1:${isPort(address) ? address.port : 0}`)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

function isPort(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null
}
