import { textAt, recordsOf, valueAt, valueInAnyCase } from './payload.ts'

/** What came where a trace is told, whether it is one or not. */
export interface CarriedTrace {
  readonly traceparent: unknown
  readonly tracestate: unknown
}

/** Of a batch, so many records are asked for their traces. */
const MOST_RECORDS = 100
/** Longer data of a Kinesis record, in base64, is not looked into for a trace alone. */
const LONGEST_DATA = 64 * 1024
/** How the base64 of a JSON object begins. */
const OBJECT_START = 'e'

/** What a function was invoked with says of traces, the first first. */
export function carriedTraces(payload: unknown): readonly CarriedTrace[] {
  const holders = [
    (name: string) => headerOf(payload, name),
    (name: string) => valueAt(payload, 'detail', name),
    (name: string) => valueAt(payload, name),
    ...recordsOf(payload).slice(0, MOST_RECORDS).map(attributesOf),
  ]
  return holders.flatMap((told) => {
    const traceparent = told('traceparent')
    return traceparent === undefined ? [] : [{ traceparent, tracestate: told('tracestate') }]
  })
}

/** AWS's own trace, which was told beside the payload of what was sent. */
export function carriedAwsTrace(payload: unknown): unknown {
  return (
    headerOf(payload, 'x-amzn-trace-id') ??
    valueAt(payload, 'Records', 0, 'attributes', 'AWSTraceHeader')
  )
}

/** Of a load balancer that passes headers with several values, those are all there is. */
function headerOf(payload: unknown, name: string): unknown {
  const single = valueInAnyCase(valueAt(payload, 'headers'), name)
  if (single !== undefined) return single
  const values = valueInAnyCase(valueAt(payload, 'multiValueHeaders'), name)
  return Array.isArray(values) ? values.join(',') : undefined
}

function attributesOf(record: unknown): (name: string) => unknown {
  const sqs = valueAt(record, 'messageAttributes')
  if (sqs !== undefined) return (name) => valueAt(sqs, name, 'stringValue')
  const sns = valueAt(record, 'Sns', 'MessageAttributes')
  if (sns !== undefined) return (name) => valueAt(sns, name, 'Value')
  const data = kinesisData(textAt(record, 'kinesis', 'data'))
  return (name) => valueAt(data, name)
}

function kinesisData(base64 = ''): unknown {
  if (!base64.startsWith(OBJECT_START) || base64.length > LONGEST_DATA) return undefined
  try {
    return JSON.parse(Buffer.from(base64, 'base64').toString())
  } catch {
    return undefined
  }
}
