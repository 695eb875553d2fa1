import { StacktaleError } from '../errors/stacktale-error.ts'

/** A record of a Kinesis event source mapping: as much of it as is read. */
export interface KinesisEventRecord {
  /** The shard's name, `:` and the sequence number. */
  readonly eventID?: string
  readonly eventSourceARN?: string
  readonly kinesis: {
    readonly sequenceNumber: string
    readonly partitionKey?: string
    /** In base64. */
    readonly data: string
    /** Seconds since the epoch. */
    readonly approximateArrivalTimestamp?: number
  }
}

/** What Lambda invokes a function with that reads a Kinesis stream. */
export interface KinesisEvent {
  readonly Records: readonly KinesisEventRecord[]
}

/** What the function answers, with `ReportBatchItemFailures`: from which record on Lambda comes again. */
export interface KinesisBatchResponse {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[]
}

/** @throws StacktaleError `option-invalid` for anything that is not records of a Kinesis stream */
export function checkKinesisEvent(event: KinesisEvent): void {
  const records: unknown = Object(event).Records
  if (Array.isArray(records) && records.every(hasSequenceNumber)) return
  throw new StacktaleError(
    'option-invalid',
    'A kinesisConsumer was invoked with something else than records of a Kinesis stream. Make it the handler of an event source mapping of one.',
  )
}

/** Without it, Lambda could not be told what to bring again. */
function hasSequenceNumber(record: unknown): boolean {
  const number: unknown = Object(Object(record).kinesis).sequenceNumber
  return typeof number === 'string' && number !== ''
}
