import { createHash } from 'node:crypto'
import { isUtf8 } from 'node:buffer'
import { expiryOf, hostName, serviceName } from '../configuration.ts'
import type { Line, LogEvent } from '../event.ts'
import { objectKey } from '../item/object-key.ts'
import { plainData } from '../plain-data.ts'
import { storyText } from '../story-text.ts'
import type { PoisonRecord } from './poison-record.ts'

const PREFIX = 'poison'
const SHOWN_BYTES = 1024
const RANDOM_DIGITS = 24n

/** A record that was set aside as an event, of which the key is the same each time it is made. */
export function poisonEvent(record: PoisonRecord): LogEvent {
  const { stream, shard, sequenceNumber, partitionKey, data, reason } = record
  const title = 'Set aside a record of the stream that cannot be stored'
  const detail = {
    reason: reason.message,
    code: reason.code,
    stream,
    shard,
    sequenceNumber,
    partitionKey,
    bytes: data.byteLength,
    ...beginningOf(data),
  }
  const line: Line = { text: title, depth: 0, elapsed: 0, level: 'error', data: plainData(detail) }
  const at = record.arrivedAt ?? Date.now()
  const expires = expiryOf(at)
  const service = serviceName()
  const { key: object, prefix, id } = objectKey({ id: shard }, PREFIX)
  return {
    object,
    prefix,
    id,
    timestamp: `${at}.${fractionOf(`${stream} ${shard} ${sequenceNumber}`)}`,
    level: 'error',
    title,
    duration: 0,
    lines: [line],
    text: storyText([line]),
    host: hostName(),
    ...(service !== undefined && { service }),
    ...(expires !== undefined && { expires }),
  }
}

/** The digits behind a sort key's point, drawn from what is unique; the last of them is not 0. */
function fractionOf(unique: string): string {
  const digest = createHash('sha256').update(unique).digest('hex')
  const digits = BigInt(`0x${digest}`) % 10n ** RANDOM_DIGITS
  return `${digits.toString().padStart(Number(RANDOM_DIGITS), '0')}1`
}

function beginningOf(data: Uint8Array): object {
  const begin = Buffer.from(data.subarray(0, SHOWN_BYTES))
  // A character that was cut in two is no reason to show a text as bytes.
  const cuts = data.byteLength > SHOWN_BYTES ? [0, 1, 2, 3] : [0]
  const isText = cuts.some((cut) => isUtf8(begin.subarray(0, begin.byteLength - cut)))
  return isText ? { begin: begin.toString() } : { beginBase64: begin.toString('base64') }
}
