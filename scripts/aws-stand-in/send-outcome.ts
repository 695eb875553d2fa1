import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Outcome } from './disturber.ts'
import type { Reply } from './reply.ts'

/** Tells the client, or lets its connection suffer what was decided. */
export function sendOutcome(
  request: IncomingMessage,
  response: ServerResponse,
  outcome: Outcome,
): void {
  if (outcome === 'silence') return
  if (outcome === 'reset') {
    request.socket.resetAndDestroy()
  } else if ('cut' in outcome) {
    const { body } = outcome.cut
    sendHead(response, outcome.cut)
    response.write(body.slice(0, Math.floor(body.length / 2)), () => request.socket.destroy())
  } else {
    sendHead(response, outcome)
    response.end(outcome.body)
  }
}

function sendHead(response: ServerResponse, { status, body }: Reply): void {
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': Buffer.byteLength(body),
  })
}
