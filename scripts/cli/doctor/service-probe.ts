import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'

/** The Date header has no fractions of a second. */
const HALF_SECOND_MS = 500

/** What a client's requests show of the service. */
export interface ServiceProbe {
  /** Where the last request went: `http://127.0.0.1:8000`. */
  readonly address: string | undefined
  /** How far this machine's clock is ahead of the service's; undefined where that said nothing. */
  readonly skewMs: number | undefined
}

/** Hears from a client's requests where they go, and from the answers, refusals among them, what time it is there. */
export function probeOf(client: DynamoDBClient): ServiceProbe {
  const probe: { address: string | undefined; skewMs: number | undefined } = {
    address: undefined,
    skewMs: undefined,
  }
  client.middlewareStack.add(
    (next) => async (args) => {
      probe.address = addressOf(args.request) ?? probe.address
      const sentAt = Date.now()
      const output = await next(args)
      const date = dateOf(output.response)
      if (date !== undefined) probe.skewMs = (sentAt + Date.now()) / 2 - (date + HALF_SECOND_MS)
      return output
    },
    // The lowest step: above it, a refusal is an error, which has no headers.
    { step: 'deserialize', name: 'stacktaleServiceProbe', priority: 'low' },
  )
  return probe
}

function addressOf(request: unknown): string | undefined {
  const protocol = field(request, 'protocol')
  const hostname = field(request, 'hostname')
  const port = field(request, 'port')
  if (typeof protocol !== 'string' || typeof hostname !== 'string') return undefined
  return `${protocol}//${hostname}${typeof port === 'number' ? `:${port}` : ''}`
}

function dateOf(response: unknown): number | undefined {
  const date = Date.parse(String(field(field(response, 'headers'), 'date')))
  return Number.isNaN(date) ? undefined : date
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
