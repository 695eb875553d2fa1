import type { Caller } from '../../depth/call-sites.ts'
import { stepCall } from '../../depth/logging-call.ts'
import type { OpenEvent } from '../../open-event.ts'
import type { LineDestination, Target } from '../lines/line-destination.ts'
import { targetOf } from '../lines/line-destination.ts'
import { reportLineFailed } from '../lines/report-line-failed.ts'
import type { ConsoleMethod } from './console-methods.ts'

/** Makes lines of what is printed, and knows in how many groups each event is. */
export class ConsoleLines {
  readonly #destination: LineDestination
  readonly #groups = new WeakMap<OpenEvent, number>()

  constructor(destination: LineDestination) {
    this.#destination = destination
  }

  /** @param from the method of the console: the application's calls lie above on the stack */
  tell({ level, say, nests }: ConsoleMethod, details: readonly unknown[], from: Caller): void {
    try {
      const target = targetOf(level, from)
      if (target === 'nowhere') return
      const line = say(details, from)
      if (line !== undefined) {
        const { text, thrown } = line
        this.#destination.addTo(this.#inGroups(target), { level, text, thrown }, from)
      }
      if (nests !== undefined) this.#nest(target, nests)
    } catch (error) {
      reportLineFailed('the console', error)
    }
  }

  #inGroups(target: Target): Target {
    const event = eventOf(target)
    const groups = event === undefined ? 0 : (this.#groups.get(event) ?? 0)
    if (typeof target === 'string' || groups === 0) return target
    let { call } = target.place
    for (let group = 0; group < groups; group += 1) call = stepCall(call)
    return { ...target, place: { ...target.place, call } }
  }

  #nest(target: Target, by: number): void {
    const event = eventOf(target)
    if (event !== undefined) {
      this.#groups.set(event, Math.max(0, (this.#groups.get(event) ?? 0) + by))
    }
  }
}

function eventOf(target: Target): OpenEvent | undefined {
  return typeof target === 'string' ? undefined : target.place.event
}
