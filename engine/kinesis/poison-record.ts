import type { StacktaleError } from '../errors/stacktale-error.ts'
import type { KinesisEventRecord } from './kinesis-event.ts'

/** A record that cannot be stored as what it is: not one of stacktale's, damaged, or refused. */
export interface PoisonRecord {
  /** The stream's name, if Lambda told it. */
  readonly stream: string | undefined
  readonly shard: string
  readonly sequenceNumber: string
  readonly partitionKey: string | undefined
  /** When the stream took it, in milliseconds since the epoch, if Lambda told it. */
  readonly arrivedAt: number | undefined
  readonly data: Uint8Array
  /** Why it is set aside. */
  readonly reason: StacktaleError
}

const UNKNOWN_SHARD = 'unknown'

export function poisonRecord(record: KinesisEventRecord, reason: StacktaleError): PoisonRecord {
  const { eventID = '', eventSourceARN = '', kinesis } = record
  const { sequenceNumber, partitionKey, approximateArrivalTimestamp: seconds } = kinesis
  return {
    stream: eventSourceARN.split('/')[1],
    shard: eventID.split(':')[0] || UNKNOWN_SHARD,
    sequenceNumber,
    partitionKey,
    arrivedAt: seconds === undefined ? undefined : Math.floor(seconds * 1000),
    data: dataOf(record),
    reason,
  }
}

export function dataOf({ kinesis }: KinesisEventRecord): Uint8Array {
  const data: unknown = kinesis.data
  return Buffer.from(typeof data === 'string' ? data : '', 'base64')
}
