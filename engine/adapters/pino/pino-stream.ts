import { LineDestination } from '../lines/line-destination.ts'
import type { LineOptions } from '../lines/line-options.ts'
import { callWhen } from '../lines/call-when.ts'
import type { PinoConfig } from './pino-config.ts'
import { PINO_DEFAULTS, pinoConfigIn } from './pino-config.ts'
import { pinoLine } from './pino-line.ts'

/** How pino is told to say the level beside the line. */
const METADATA: unique symbol = Symbol.for('pino.metadata')

/** A destination for pino, in the application's own thread. */
export interface PinoStream {
  readonly [METADATA]: true
  /** By this, pino knows a destination that is its only argument. */
  readonly writable: true
  /** The number of the level of the line that is written next; set by pino. */
  lastLevel?: unknown
  /** Takes a line of pino's. */
  write(line: string): void
  /** Takes what pino says of its settings. */
  emit(name: string, message: unknown): boolean
  /** Commits what was logged outside of events so far, and calls back when it is stored. */
  flush(done?: (error?: Error) => void): void
  /** Commits what was logged outside of events so far; pino calls it after a fatal line. */
  flushSync(): void
  /** The same as flushSync. */
  end(): void
}

/**
 * Makes a destination for pino: a line that is logged inside an event lands in that event, as deep as
 * the call that logged it; outside of any, the lines of about a second become one event.
 *
 * @throws StacktaleError `option-invalid`, `prefix-invalid`, `object-without-id` or `key-too-long`
 * @example
 * ```ts
 * const logger = pino({ level: 'debug' }, pinoStream())
 * await log.run(() => logger.info({ minutes: 35 }, 'Choosing exercises'))
 * ```
 */
export function pinoStream(options: LineOptions = {}): PinoStream {
  const destination = new LineDestination(options, 'pino')
  let config: PinoConfig = PINO_DEFAULTS
  function write(line: string): void {
    destination.add(pinoLine(line, config, stream.lastLevel), write)
  }
  const stream: PinoStream = {
    [METADATA]: true,
    writable: true,
    write,
    emit: (_name, message) => {
      config = pinoConfigIn(message) ?? config
      return true
    },
    flush: (done) => callWhen(destination.commit(), () => done?.()),
    flushSync: () => void destination.commit(),
    end: () => void destination.commit(),
  }
  return stream
}
