import nodeConsole from 'node:console'
import { StacktaleError } from '../../errors/stacktale-error.ts'
import type { Level } from '../../level.ts'
import { isLevel, LEVELS } from '../../level.ts'
import { LineDestination } from '../lines/line-destination.ts'
import type { LineOptions } from '../lines/line-options.ts'
import { ConsoleLines } from './console-lines.ts'
import { CONSOLE_METHODS } from './console-methods.ts'
import { patchMethod } from './patch-method.ts'

/** What is captured of the console, and how lines outside of events are batched. */
export interface CaptureConsoleOptions extends LineOptions {
  /** The levels that are captured; what has another is printed as before. Default: all. */
  readonly levels?: readonly Level[] | undefined
  /** Whether what is captured is printed all the same. Default: true. */
  readonly passThrough?: boolean | undefined
}

/**
 * Captures what the program prints by `console`: inside an event it lands in that event, as deep as
 * the call that printed it, and one deeper in each `console.group`; outside of any, the lines of about
 * a second become one event. What a sink prints is left alone.
 *
 * @returns what restores the console, and commits what was captured outside of events; it is
 * fulfilled once that is stored
 * @throws StacktaleError `option-invalid`, `prefix-invalid`, `object-without-id` or `key-too-long`
 * @example
 * ```ts
 * const restoreConsole = captureConsole({ levels: ['warn', 'error'] })
 * await log.run(() => console.warn('No exercises left for %s', 'Core'))
 * await restoreConsole()
 * ```
 */
export function captureConsole(options: CaptureConsoleOptions = {}): () => Promise<void> {
  const { levels = LEVELS, passThrough = true } = options
  checkLevels(levels)
  const destination = new LineDestination(options, 'console')
  const lines = new ConsoleLines(destination)
  const undo = [...CONSOLE_METHODS]
    .filter(([, { level }]) => levels.includes(level))
    .map(([name, method]) =>
      patchMethod(nodeConsole, name, {
        passThrough,
        told: (details, from) => lines.tell(method, details, from),
      }),
    )
  return async () => {
    for (const restore of undo) restore()
    await destination.commit()
  }
}

function checkLevels(levels: unknown): void {
  if (Array.isArray(levels) && levels.every(isLevel)) return
  throw new StacktaleError(
    'option-invalid',
    `The option "levels" must be a list of ${LEVELS.join(', ')}; it is ${String(levels)}.`,
  )
}
