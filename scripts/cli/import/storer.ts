import { setTimeout as wait } from 'node:timers/promises'
import { backoffMs } from '../../../engine/backoff.ts'
import type { Load } from '../../../engine/delivery/load.ts'
import type { Items } from '../../../engine/delivery/table-carrier.ts'
import { TableCarrier } from '../../../engine/delivery/table-carrier.ts'
import { StacktaleError } from '../../../engine/errors/stacktale-error.ts'
import type { TableLocation } from '../../../engine/table/client.ts'
import { isPassing } from '../../../engine/errors/is-passing.ts'

/** An event that is ready to be stored, and the line it stood in. */
export interface Numbered {
  readonly line: number
  readonly load: Load<Items>
}

const MOST_TRIES = 8
const PAUSES = { firstMs: 500, mostMs: 10_000 } as const

/** Stores events in batches, those again that the table did not take for the moment. */
export class Storer {
  readonly #carrier: TableCarrier
  readonly #reject: (line: number, problem: string) => void
  #batch = new Map<string, Numbered>()
  stored = 0
  writeUnits = 0

  /** @param reject told of an event that the table does not take */
  constructor(location: TableLocation, reject: (line: number, problem: string) => void) {
    this.#carrier = new TableCarrier(location)
    this.#reject = reject
  }

  /** @throws StacktaleError where the table takes nothing */
  async add(event: Numbered): Promise<void> {
    const { object, timestamp } = event.load
    const key = JSON.stringify([object, timestamp])
    // A batch must not name a key twice.
    if (this.#batch.has(key)) await this.finish()
    this.#batch.set(key, event)
    if (this.#batch.size === this.#carrier.mostLoads) await this.finish()
  }

  /** Stores what is left. @throws StacktaleError where the table takes nothing */
  async finish(): Promise<void> {
    const batch = [...this.#batch.values()]
    this.#batch = new Map()
    const refused = await this.#store(batch)
    // A batch is refused as a whole: one by one, it shows which of them it was.
    for (const event of refused) {
      for (const { line, reason } of await this.#storeAlone(event)) this.#reject(line, reason)
    }
  }

  async #storeAlone(
    event: Numbered,
  ): Promise<readonly { readonly line: number; readonly reason: string }[]> {
    const [fate] = await this.#carrier.carry([event.load])
    if (fate instanceof StacktaleError && fate.code === 'request-rejected') {
      return [{ line: event.line, reason: fate.message }]
    }
    await this.#store([event])
    return []
  }

  /** @returns what the table refused */
  async #store(batch: readonly Numbered[]): Promise<readonly Numbered[]> {
    let waiting = batch
    const refused: Numbered[] = []
    for (let tries = 1; waiting.length > 0;) {
      const fates = await this.#carrier.carry(waiting.map(({ load }) => load))
      const again: Numbered[] = []
      let failure: StacktaleError | undefined
      for (const [index, event] of waiting.entries()) {
        const fate = fates[index]
        if (!(fate instanceof StacktaleError)) this.#count(event)
        else if (fate.code === 'request-rejected') refused.push(event)
        else if (isPassing(fate)) again.push(event)
        else throw fate
        if (fate instanceof StacktaleError) failure = fate
      }
      tries = again.length < waiting.length ? 1 : tries + 1
      if (failure !== undefined && tries > MOST_TRIES) throw failure
      waiting = again
      if (again.length > 0) await wait(backoffMs(tries, PAUSES))
    }
    return refused
  }

  #count({ load }: Numbered): void {
    this.stored += 1
    this.writeUnits += load.writeUnits
  }
}
