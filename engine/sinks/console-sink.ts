import { pathToFileURL } from 'node:url'
import { StacktaleError } from '../errors/stacktale-error.ts'
import type { LogEvent } from '../event.ts'
import { reportFailure } from '../failure-report.ts'
import type { Level } from '../level.ts'
import { isAtLeast, isLevel, LEVELS } from '../level.ts'
import { eventText } from './console/event-text.ts'
import { ASCII, UNICODE } from './console/glyphs.ts'
import type { Look } from './console/look.ts'
import type { ConsoleStream } from './console/printer.ts'
import { Printer } from './console/printer.ts'
import { paintColours, paintNothing } from './console/styles.ts'
import { wantsColour } from './console/wants-colour.ts'
import { receiptOf } from './receipt-of.ts'
import type { Sink } from './sink.ts'

/** What may be set of a console sink; everything has a default. */
export interface ConsoleSinkOptions {
  /** Where to print. Default: `process.stdout`. */
  readonly stream?: ConsoleStream | undefined
  /** Default: on a terminal, unless `NO_COLOR` is set; `FORCE_COLOR` wins over both. */
  readonly colour?: boolean | undefined
  /** Draw with ASCII signs only. Default: where it is neither a terminal nor in colour. */
  readonly ascii?: boolean | undefined
  /** The lowest level that an event must have reached to be printed. Default: `debug`, which is all. */
  readonly level?: Level | undefined
  /** A sink that stores every event, printed or not; the receipts are its own. Default: none. */
  readonly also?: Sink | undefined
}

/**
 * Makes a sink for development: it prints each event as a tree.
 *
 * @throws StacktaleError `option-invalid` for a level that does not exist
 * @example
 * ```ts
 * configure({ sink: consoleSink() })
 * ```
 */
export function consoleSink(options: ConsoleSinkOptions = {}): Sink {
  const { stream = process.stdout, level = 'debug', also } = options
  if (!isLevel(level)) {
    throw new StacktaleError(
      'option-invalid',
      `The option "level" must be one of ${LEVELS.join(', ')}; it is ${String(level)}.`,
    )
  }
  const look = lookOn(stream, options)
  const printer = new Printer(stream)
  const printed = new WeakSet<LogEvent>()

  async function print(event: LogEvent): Promise<void> {
    if (printed.has(event) || !isAtLeast(event.level, level)) return
    printed.add(event)
    try {
      const error = await printer.print(eventText(event, look()))
      if (error !== undefined) throw error
    } catch (error) {
      reportFailure(printFailed(error))
    }
  }

  return {
    write: async (event) => {
      const printing = print(event)
      if (also !== undefined) return await also.write(event)
      await printing
      return receiptOf(event)
    },
  }
}

/** How to show events on a stream: its width is asked for anew, as a window may change. */
function lookOn(stream: ConsoleStream, options: ConsoleSinkOptions): () => Look {
  const { isTTY = false } = stream
  const inColour = options.colour ?? wantsColour({ isTTY, env: process.env })
  const isAscii = options.ascii ?? !(isTTY || inColour)
  const path = `${process.cwd()}/`
  const { href } = pathToFileURL(path)
  return () => ({
    glyphs: isAscii ? ASCII : UNICODE,
    paint: inColour ? paintColours : paintNothing,
    columns: stream.columns,
    folder: { path, href },
  })
}

function printFailed(cause: unknown): StacktaleError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new StacktaleError('sink-failed', `The console sink did not print an event (${reason}).`, {
    cause,
  })
}
