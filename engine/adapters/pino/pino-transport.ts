import { Writable } from 'node:stream'
import type { Options } from '../../configuration.ts'
import { configure } from '../../configure.ts'
import { flush } from '../../delivery/index.ts'
import { callWhen } from '../lines/call-when.ts'
import { LineDestination } from '../lines/line-destination.ts'
import type { LineOptions } from '../lines/line-options.ts'
import { completeLines } from './complete-lines.ts'
import { configOfParent } from './config-of-parent.ts'
import type { PinoConfig } from './pino-config.ts'
import { pinoLine } from './pino-line.ts'

/**
 * The options of the transport: how its lines are batched, and the engine's own, as far as they can
 * be handed to another thread.
 */
export type PinoTransportOptions = Omit<LineOptions, 'startTimer'> &
  Omit<Options, 'sink' | 'client' | 'clock' | 'onFailure' | 'worker'>

/** What pino puts beside the options that it was given. */
const OF_PINO = new Set(['$context', 'pinoWillSendConfig'])

/** Stores pino's lines from the worker that pino runs it in. */
class PinoTransport extends Writable {
  readonly #destination: LineDestination
  readonly #config: PinoConfig
  readonly #split = completeLines()

  constructor(options: LineOptions, config: PinoConfig) {
    super({ decodeStrings: false })
    this.#destination = new LineDestination(options, 'pino')
    this.#config = config
  }

  override _write(chunk: unknown, _encoding: string, done: () => void): void {
    for (const line of this.#split(String(chunk))) this.#add(line)
    done()
  }

  override _final(done: () => void): void {
    for (const line of this.#split('\n')) this.#add(line)
    this.flush(done)
  }

  /** What pino's own `flush()` waits for. */
  flush(done: () => void): void {
    callWhen(this.#store(), done)
  }

  async #store(): Promise<void> {
    await this.#destination.commit()
    await flush()
  }

  #add(line: string): void {
    // No calls of the application's are on this thread's stack.
    this.#destination.add(pinoLine(line, this.#config), pinoTransport)
  }
}

/**
 * The transport that pino loads in a worker of its own: `transport: { target: 'stacktale/pino' }`. It
 * cannot see the events of the application's thread, so its lines become events of their own, those of
 * about a second together.
 *
 * @throws StacktaleError `option-invalid`, `prefix-invalid`, `object-without-id` or `key-too-long`
 * @example
 * ```ts
 * const logger = pino({ transport: { target: 'stacktale/pino', options: { table: 'stacktale' } } })
 * ```
 */
export default async function pinoTransport(options: PinoTransportOptions = {}): Promise<Writable> {
  const { prefix, object, batchMs, batchLines, batchBytes, ...others } = options
  const engine = Object.entries(others).filter(([name]) => !OF_PINO.has(name))
  // It is a worker already.
  configure({ ...Object.fromEntries(engine), worker: false })
  const config = await configOfParent()
  return new PinoTransport({ prefix, object, batchMs, batchLines, batchBytes }, config)
}
