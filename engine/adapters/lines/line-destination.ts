import { isKept } from '../../configuration.ts'
import { currentLogger } from '../../current-logger.ts'
import type { Caller } from '../../depth/call-sites.ts'
import type { GenericLogger } from '../../generic-logger.ts'
import type { LinePlace, NewLine } from '../../new-line.ts'
import { addLineAt, placeLine } from '../../generic-logger.ts'
import type { Level } from '../../level.ts'
import { isOwnWork } from '../../depth/flow.ts'
import { LineBatch } from './line-batch.ts'
import type { LineOptions } from './line-options.ts'

/** Where a line goes: to a place in an event, or outside of any, or nowhere. */
export type Target =
  { readonly log: GenericLogger; readonly place: LinePlace } | 'outside' | 'nowhere'

/** Where the lines of another logger go: into the event that they were logged in, or a batch. */
export class LineDestination {
  readonly #batch: LineBatch

  /**
   * @param name the other logger, such as `pino`
   * @throws StacktaleError `option-invalid`, `prefix-invalid`, `object-without-id` or `key-too-long`
   */
  constructor(options: LineOptions, name: string) {
    this.#batch = new LineBatch(options, name)
  }

  /** @param from the function that the application logged by: its calls lie above on the stack */
  add(line: NewLine, from: Caller): void {
    this.addTo(targetOf(line.level, from), line, from)
  }

  addTo(target: Target, line: NewLine, from: Caller): void {
    if (target === 'nowhere') return
    const isInEvent =
      target !== 'outside' && addLineAt(target.log, line, target.place) !== undefined
    if (!isInEvent) this.#batch.add(line, from)
  }

  /** Commits what was logged outside of events so far. */
  commit(): Promise<void> {
    return this.#batch.commit()
  }
}

/** Where a line that is logged now goes. */
export function targetOf(level: Level, from: Caller): Target {
  if (!isKept(level) || isOwnWork()) return 'nowhere'
  const log = currentLogger()
  return log === undefined ? 'outside' : { log, place: placeLine(log, level, from) }
}
