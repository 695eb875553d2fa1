import { setTimeout as delay } from 'node:timers/promises'
import { backoffMs } from '../backoff.ts'
import type { StreamRecord } from './encode-records.ts'
import { recordBytes } from './encode-records.ts'
import { kinesisError, recordRefused } from './kinesis-error.ts'

/** PutRecords' bounds. */
const MOST_RECORDS = 500
const MOST_BYTES = 5 * 1024 * 1024
const MOST_TRIES = 6
const BACKOFF = { firstMs: 50, mostMs: 2_000 }

/** Why each record was not taken; undefined for one that was. */
export type PutOutcome = readonly (string | undefined)[]

export interface RecordSenderOptions {
  /** The stream's name. */
  readonly stream: string
  /** Asks Kinesis once to take records. */
  readonly put: (records: readonly StreamRecord[]) => Promise<PutOutcome>
  /** Between 0 and 1, for the pauses before another try. Default: `Math.random`. */
  readonly random?: () => number
}

interface Waiting {
  readonly record: StreamRecord
  readonly accepted: () => void
  readonly failed: (error: unknown) => void
}

/** Sends records, those of the same turn together, and those that are not taken again. */
export class RecordSender {
  readonly #options: RecordSenderOptions
  #waiting: Waiting[] = []

  constructor(options: RecordSenderOptions) {
    this.#options = options
  }

  /**
   * Resolves when the record is accepted.
   *
   * @throws StacktaleError with the reason, such as `throttled`
   */
  async send(record: StreamRecord): Promise<void> {
    await new Promise<void>((accepted, failed) => {
      if (this.#waiting.length === 0) setImmediate(() => this.#sendWaiting())
      this.#waiting.push({ record, accepted, failed })
    })
  }

  #sendWaiting(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const batch of batchesOf(waiting)) void this.#sendBatch(batch)
  }

  async #sendBatch(batch: readonly Waiting[]): Promise<void> {
    const { stream, put, random } = this.#options
    let left = batch
    try {
      for (let tries = 1; ; tries += 1) {
        const outcome = await put(left.map(({ record }) => record))
        const refused = left.filter((_, index) => outcome[index] !== undefined)
        for (const each of left) if (!refused.includes(each)) each.accepted()
        if (refused.length === 0) return
        if (tries === MOST_TRIES) {
          throw recordRefused(outcome.find((reason) => reason !== undefined) ?? '', stream)
        }
        left = refused
        await delay(backoffMs(tries, BACKOFF, random))
      }
    } catch (error) {
      const reason = kinesisError(error, stream)
      for (const { failed } of left) failed(reason)
    }
  }
}

function batchesOf(waiting: readonly Waiting[]): readonly (readonly Waiting[])[] {
  const batches: Waiting[][] = []
  let current: Waiting[] = []
  let bytes = 0
  for (const each of waiting) {
    const size = recordBytes(each.record)
    if (current.length === 0 || current.length === MOST_RECORDS || bytes + size > MOST_BYTES) {
      current = []
      bytes = 0
      batches.push(current)
    }
    current.push(each)
    bytes += size
  }
  return batches
}
