import { createHash } from 'node:crypto'
import { encodeWritten } from '../item/encode-event.ts'
import type { Item } from '../item/item.ts'
import { storyJson } from '../item/story.ts'
import type { WrittenEvent } from '../item/written-event.ts'
import { foldRecord, RECORD_FORMAT } from './record-format.ts'

/** A record as PutRecords takes it. */
export interface StreamRecord {
  readonly data: Uint8Array
  readonly partitionKey: string
}

/** What a stream takes in one record, data and partition key together, unless it is told to take more. */
const RECORD_LIMIT_BYTES = 1024 * 1024
/** Kinesis's bound for a partition key, in characters. */
const LONGEST_PARTITION_KEY = 256

export function recordBytes({ data, partitionKey }: StreamRecord): number {
  return data.byteLength + Buffer.byteLength(partitionKey)
}

/**
 * The records that an event becomes: one, unless it is bigger than a record may be. Then it is one for
 * each of the items that it is in the table, which is written last, so that what can be found is whole.
 */
export function encodeRecords(event: WrittenEvent): readonly StreamRecord[] {
  const { header, story } = event
  const partitionKey = partitionKeyOf(header.object)
  const json = `{"v":${RECORD_FORMAT},"header":${JSON.stringify(header)},"story":${storyJson(story)}}`
  const whole: StreamRecord = { data: foldRecord(json), partitionKey }
  if (recordBytes(whole) <= RECORD_LIMIT_BYTES) return [whole]
  return encodeWritten(event).items.map((item) => {
    const content = { v: RECORD_FORMAT, prefix: header.prefix, item: readable(item) }
    return { data: foldRecord(JSON.stringify(content)), partitionKey }
  })
}

/** The events of an object go to the same shard, in their order. */
function partitionKeyOf(object: string): string {
  if (object.length <= LONGEST_PARTITION_KEY) return object
  return createHash('sha256').update(object).digest('hex')
}

function readable(item: Item): object {
  if (!('body' in item) || item.body === undefined) return item
  return { ...item, body: Buffer.from(item.body).toString('base64') }
}
