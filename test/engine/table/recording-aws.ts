import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as a client of DynamoDB made it. */
export interface Recorded {
  readonly operation: string
  readonly input: unknown
  /** Whether another request was still unanswered when this one came. */
  readonly isOverlapping: boolean
}

/** A stand-in for DynamoDB that writes down what it is asked, and answers as it is told. */
export async function withRecordingAws<Value>(
  answer: (request: Recorded) => { readonly status: number; readonly body: unknown },
  use: (endpoint: string, requests: readonly Recorded[]) => Promise<Value>,
): Promise<Value> {
  const requests: Recorded[] = []
  let unanswered = 0
  const server = createServer((request, response) => {
    const isOverlapping = unanswered > 0
    unanswered += 1
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? ''
      const recorded = {
        operation,
        input: JSON.parse(Buffer.concat(chunks).toString()),
        isOverlapping,
      }
      requests.push(recorded)
      const { status, body } = answer(recorded)
      setImmediate(() => {
        unanswered -= 1
        response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' })
        response.end(JSON.stringify(body))
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  try {
    return await use(`http://127.0.0.1:${isPort(address) ? address.port : 0}`, requests)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

function isPort(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null
}
