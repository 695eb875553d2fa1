import type { KinesisClient } from '@aws-sdk/client-kinesis'
import { StacktaleError } from '../errors/stacktale-error.ts'
import type { LogEvent } from '../event.ts'
import { writtenEvent } from '../item/written-event.ts'
import type { Receipt, Sink } from '../sinks/sink.ts'
import type { KinesisLocation } from './connect.ts'
import { connect } from './connect.ts'
import type { StreamRecord } from './encode-records.ts'
import { encodeRecords } from './encode-records.ts'
import { kinesisSdk } from './kinesis-sdk.ts'
import type { PutOutcome } from './record-sender.ts'
import { RecordSender } from './record-sender.ts'

export interface KinesisSinkOptions extends KinesisLocation {
  /** The stream's name. */
  readonly stream: string
}

/**
 * Makes a sink that puts events into a Kinesis stream, from which `kinesisConsumer` writes them to the
 * table. It needs the package `@aws-sdk/client-kinesis`, loaded with the first event.
 *
 * An event's receipt says that the stream accepted it: `bytes` are those of its records, and it took no
 * write units.
 *
 * @throws StacktaleError `option-invalid` for a name that no stream can have
 * @example
 * ```ts
 * configure({ sink: kinesisSink({ stream: 'events' }) })
 * ```
 */
export function kinesisSink({ stream, ...location }: KinesisSinkOptions): Sink {
  checkStream(stream)
  let client: Promise<KinesisClient> | undefined
  const sender = new RecordSender({
    stream,
    put: async (records) => {
      client ??= connect(location)
      try {
        return await putRecords(await client, stream, records)
      } catch (error) {
        if (error instanceof StacktaleError) client = undefined
        throw error
      }
    },
  })
  return { write: async (event) => await write(event, sender) }
}

/** The parts of an event first, so that an event that can be found is whole. */
async function write(event: LogEvent, sender: RecordSender): Promise<Receipt> {
  const records = encodeRecords(writtenEvent(event))
  await Promise.all(records.slice(0, -1).map(async (record) => await sender.send(record)))
  await Promise.all(records.slice(-1).map(async (record) => await sender.send(record)))
  const bytes = records.reduce((sum, { data }) => sum + data.byteLength, 0)
  const { object, timestamp, lines } = event
  return { object, timestamp, bytes, writeUnits: 0, lines: lines.length }
}

async function putRecords(
  client: KinesisClient,
  stream: string,
  records: readonly StreamRecord[],
): Promise<PutOutcome> {
  const { PutRecordsCommand } = await kinesisSdk()
  const { Records = [] } = await client.send(
    new PutRecordsCommand({
      StreamName: stream,
      Records: records.map(({ data, partitionKey }) => ({
        Data: data,
        PartitionKey: partitionKey,
      })),
    }),
  )
  return records.map((_, index) => {
    const answer = Records[index]
    return answer === undefined ? 'no answer' : (answer.ErrorCode ?? undefined)
  })
}

function checkStream(stream: unknown): void {
  if (typeof stream === 'string' && /^[\w.-]{1,128}$/.test(stream)) return
  throw new StacktaleError(
    'option-invalid',
    `The option "stream" must be the name of a Kinesis stream: 1 to 128 of a-z, A-Z, 0-9, _, - and .; it is ${String(stream)}.`,
  )
}
