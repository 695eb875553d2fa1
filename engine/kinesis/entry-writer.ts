import { setTimeout as delay } from 'node:timers/promises'
import { backoffMs } from '../backoff.ts'
import type { Carrier } from '../delivery/carrier.ts'
import type { Items } from '../delivery/table-carrier.ts'
import { StacktaleError } from '../errors/stacktale-error.ts'
import { isPassing } from '../errors/is-passing.ts'
import type { Deadline } from './deadline.ts'
import type { Entry } from './entry.ts'

const BACKOFF = { firstMs: 50, mostMs: 2_000 }

/** An entry that was not stored, from which on all has to come again. */
export interface Unstored {
  readonly entry: Entry
  readonly reason: StacktaleError
}

/** Sets a record aside. @returns what is stored in its place, if anything is */
export type SetAside = (entry: Entry, reason: StacktaleError) => Promise<Entry | undefined>

/** Writes entries to the table, again and again where that may help, for as long as there is time. */
export class EntryWriter {
  readonly #carrier: Carrier<Items>
  readonly #deadline: Deadline
  readonly #setAside: SetAside

  constructor(carrier: Carrier<Items>, deadline: Deadline, setAside: SetAside) {
    this.#carrier = carrier
    this.#deadline = deadline
    this.#setAside = setAside
  }

  /** @returns the first that is not stored; undefined where all are */
  async write(entries: readonly Entry[]): Promise<Unstored | undefined> {
    let left = entries
    if (left.length === 0) return undefined
    for (let tries = 1; ; tries += 1) {
      const unstored = await this.#try(left)
      const [first] = unstored
      if (first === undefined) return undefined
      if (unstored.some(({ reason }) => reason.code === 'request-rejected')) {
        return await this.#writeRejected(unstored)
      }
      const hopeless = unstored.find(({ reason }) => !isPassing(reason))
      const pauseMs = backoffMs(tries, BACKOFF)
      if (hopeless !== undefined || pauseMs >= this.#deadline.leftMs) return first
      await delay(pauseMs)
      left = unstored.map(({ entry }) => entry)
    }
  }

  async #try(entries: readonly Entry[]): Promise<readonly Unstored[]> {
    const carried = this.#carrier.carry(entries.map(({ load }) => load))
    const fates = await this.#deadline.within(carried)
    return entries.flatMap((entry, index) => {
      const fate = fates?.[index] ?? timeIsOver()
      return fate instanceof StacktaleError ? [{ entry, reason: fate }] : []
    })
  }

  /** A request is refused for one of its items: which, shows when each goes alone. */
  async #writeRejected(unstored: readonly Unstored[]): Promise<Unstored | undefined> {
    const [only] = unstored
    if (only !== undefined && unstored.length === 1) return await this.#writeInPlaceOf(only)
    for (const { entry } of unstored) {
      const failed = await this.write([entry])
      if (failed !== undefined) return failed
    }
    return undefined
  }

  async #writeInPlaceOf({ entry, reason }: Unstored): Promise<Unstored | undefined> {
    if (entry.isPoison) return { entry, reason }
    const kept = await this.#setAside(entry, reason)
    return kept === undefined ? undefined : await this.write([kept])
  }
}

function timeIsOver(): StacktaleError {
  return new StacktaleError(
    'timed-out',
    'The table did not take the records within the time that the consumer’s invocation has. They come again.',
  )
}
