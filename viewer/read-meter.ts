import { AsyncLocalStorage } from 'node:async_hooks'
import type { RequestHandler, Response } from 'express'
import type { EventReader } from './event-reader.ts'

/** Thrown in place of a read whose page nobody waits for: who asked for it has gone away. */
export class Abandoned extends Error {
  override readonly name = 'Abandoned'

  constructor() {
    super('Nobody waits for this page any more, so no more is read for it.')
  }
}

/** What is read for one request. */
export class Reading {
  readonly #response: Response
  #underWay = 0
  #isClosed = false
  #end: (() => void) | undefined
  readUnits = 0

  constructor(response: Response) {
    this.#response = response
    response.once('close', () => {
      this.#isClosed = true
      this.#endIfIdle()
    })
  }

  /** Calls back once it is answered, or given up, and nothing is read for it any more. */
  whenOver(end: () => void): void {
    this.#end = end
    this.#endIfIdle()
  }

  /** @throws Abandoned where nobody waits for it */
  async read(ask: () => Promise<unknown>): Promise<unknown> {
    if (this.#response.destroyed) throw new Abandoned()
    this.#underWay += 1
    try {
      const answer = await ask()
      this.readUnits += unitsOf(answer)
      return answer
    } finally {
      this.#underWay -= 1
      this.#endIfIdle()
    }
  }

  #endIfIdle(): void {
    if (this.#isClosed && this.#underWay === 0) {
      this.#end?.()
      this.#end = undefined
    }
  }
}

/** Keeps for each request what is read for it. */
export class ReadMeter {
  readonly #readings = new AsyncLocalStorage<Reading>()

  /** Has what comes after it be metered. */
  readonly metering: RequestHandler = (_request, response, next) => {
    this.#readings.run(new Reading(response), next)
  }

  /** What is read for the request that is being answered. */
  get current(): Reading | undefined {
    return this.#readings.getStore()
  }

  /** A reader like this one, whose reads are metered. */
  meter(reader: EventReader): EventReader {
    return new Proxy(reader, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target)
        if (typeof member !== 'function') return member
        return async (...parameters: unknown[]): Promise<unknown> => {
          const ask = async (): Promise<unknown> => await Reflect.apply(member, target, parameters)
          return await (this.current?.read(ask) ?? ask())
        }
      },
    })
  }
}

function unitsOf(answer: unknown): number {
  if (typeof answer !== 'object' || answer === null || !('readUnits' in answer)) return 0
  return typeof answer.readUnits === 'number' ? answer.readUnits : 0
}
