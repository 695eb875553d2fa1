import { AsyncLocalStorage } from 'node:async_hooks'
import type { EventReader } from './event-reader.ts'

/** Adds up the read units that the work of one request takes. */
export class ReadMeter {
  readonly #tally = new AsyncLocalStorage<{ readUnits: number }>()

  /** Runs work; what it reads through a metered reader, however late, is in the tally. */
  run(work: (tally: { readonly readUnits: number }) => void): void {
    const tally = { readUnits: 0 }
    this.#tally.run(tally, work, tally)
  }

  /** A reader like this one, each of whose answers is added up. */
  meter(reader: EventReader): EventReader {
    return new Proxy(reader, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target)
        if (typeof member !== 'function') return member
        return async (...parameters: unknown[]): Promise<unknown> => {
          const answer: unknown = await Reflect.apply(member, target, parameters)
          this.#add(answer)
          return answer
        }
      },
    })
  }

  #add(answer: unknown): void {
    const tally = this.#tally.getStore()
    if (tally === undefined || typeof answer !== 'object' || answer === null) return
    if ('readUnits' in answer && typeof answer.readUnits === 'number') {
      tally.readUnits += answer.readUnits
    }
  }
}
