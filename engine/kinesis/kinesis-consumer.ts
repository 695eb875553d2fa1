import { TableCarrier, tableLoad } from '../delivery/table-carrier.ts'
import { StacktaleError } from '../errors/stacktale-error.ts'
import { reportFailure } from '../failure-report.ts'
import { writtenEvent } from '../item/written-event.ts'
import type { TableLocation } from '../table/client.ts'
import { Deadline } from './deadline.ts'
import { decodeRecord } from './decode-record.ts'
import type { Entry } from './entry.ts'
import { goesWith } from './entry.ts'
import { EntryWriter } from './entry-writer.ts'
import type { KinesisBatchResponse, KinesisEvent, KinesisEventRecord } from './kinesis-event.ts'
import { checkKinesisEvent } from './kinesis-event.ts'
import { poisonEvent } from './poison-event.ts'
import type { PoisonRecord } from './poison-record.ts'
import { dataOf, poisonRecord } from './poison-record.ts'
import { recordPoisoned } from './record-poisoned.ts'

export interface KinesisConsumerOptions extends TableLocation {
  /**
   * Takes a record that cannot be stored as what it is. Default, and where this fails: it is stored as
   * an event under `poison_` and the shard's name. It may be given the same record again.
   */
  readonly onPoison?: (record: PoisonRecord) => void | Promise<void>
}

/** A Lambda handler for an event source mapping of a Kinesis stream. */
export type KinesisConsumer = (
  event: KinesisEvent,
  context: { getRemainingTimeInMillis(): number },
) => Promise<KinesisBatchResponse>

/** What an invocation needs to answer in time; half of its time at most. */
const RESERVE_MS = 500

/**
 * Makes a Lambda handler that writes the events of a Kinesis stream to the table. The event source
 * mapping needs `FunctionResponseTypes: [ReportBatchItemFailures]`.
 *
 * The same record twice is stored once. What fails is tried again while there is time; then Lambda is told
 * the first record that is not stored, and comes again with all from there on. A record that cannot be
 * stored as what it is holds up no others.
 *
 * @example
 * ```ts
 * export const handler = kinesisConsumer({ table: 'stacktale' })
 * ```
 */
export function kinesisConsumer({
  onPoison,
  ...location
}: KinesisConsumerOptions = {}): KinesisConsumer {
  const carrier = new TableCarrier(location)
  const setAside = async (
    record: KinesisEventRecord,
    reason: StacktaleError,
  ): Promise<Entry | undefined> =>
    await entryInPlaceOf(poisonRecord(record, reason), record, onPoison)

  return async function consume(event, context) {
    checkKinesisEvent(event)
    const remainingMs = context.getRemainingTimeInMillis()
    using deadline = new Deadline(remainingMs - Math.min(RESERVE_MS, remainingMs / 2))
    const writer = new EntryWriter(
      carrier,
      deadline,
      async ({ record }, reason) => await setAside(record, reason),
    )
    let together: Entry[] = []
    for (const record of event.Records) {
      const entry = entryOf(record)
      if (entry instanceof StacktaleError || !goesWith(together, entry)) {
        const unstored = await writer.write(together)
        if (unstored !== undefined) return from(unstored.entry, unstored.reason)
        together = []
      }
      const kept = entry instanceof StacktaleError ? await setAside(record, entry) : entry
      if (kept !== undefined) together.push(kept)
    }
    const unstored = await writer.write(together)
    return unstored === undefined
      ? { batchItemFailures: [] }
      : from(unstored.entry, unstored.reason)
  }
}

/** The lowest number is where Lambda goes on, so one says it all. */
function from({ record }: Entry, reason: StacktaleError): KinesisBatchResponse {
  reportFailure(reason)
  return { batchItemFailures: [{ itemIdentifier: record.kinesis.sequenceNumber }] }
}

/** @returns why a record is none that can be stored */
function entryOf(record: KinesisEventRecord): Entry | StacktaleError {
  try {
    return { record, load: decodeRecord(dataOf(record)), isPoison: false }
  } catch (error) {
    if (error instanceof StacktaleError) return error
    return new StacktaleError('body-damaged', 'This record cannot be read.', { cause: error })
  }
}

async function entryInPlaceOf(
  poison: PoisonRecord,
  record: KinesisEventRecord,
  onPoison: KinesisConsumerOptions['onPoison'],
): Promise<Entry | undefined> {
  const event = poisonEvent(poison)
  if (onPoison === undefined) {
    const goesTo = `It is stored as an event of ${event.object}: see there who wrote it.`
    reportFailure(recordPoisoned(poison, goesTo))
  } else {
    reportFailure(recordPoisoned(poison, 'It is given to the option "onPoison".'))
    try {
      await onPoison(poison)
      return undefined
    } catch (cause) {
      const message = 'The option "onPoison" failed, so the record is stored as an event.'
      reportFailure(new StacktaleError('sink-failed', message, { cause }))
    }
  }
  return { record, load: tableLoad(writtenEvent(event)), isPoison: true }
}
