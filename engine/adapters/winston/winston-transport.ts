import type { Writable } from 'node:stream'
import winston from 'winston'
import type { Caller } from '../../depth/call-sites.ts'
import { callWhen } from '../lines/call-when.ts'
import type { LineOptions } from '../lines/line-options.ts'
import { LineDestination } from '../lines/line-destination.ts'
import { reportLineFailed } from '../lines/report-line-failed.ts'
import { trackWrites } from './track-writes.ts'
import type { TrackedWrites } from './track-writes.ts'
import { winstonLevel } from './winston-level.ts'
import { winstonLine } from './winston-line.ts'

/** winston's own options of a transport. */
interface BaseOptions {
  readonly format?: winston.Logform.Format | undefined
  /** The lowest level that is taken. Default: the logger's. */
  readonly level?: string | undefined
  readonly silent?: boolean | undefined
  readonly handleExceptions?: boolean | undefined
  readonly handleRejections?: boolean | undefined
}

/** winston's own options, and how lines outside of events are batched. */
export interface WinstonTransportOptions extends BaseOptions, LineOptions {}

interface BaseTransport extends Writable {
  level?: string
  silent?: boolean
}

/** winston's types have it as `transport`, and as no class. */
const Transport: new (options: BaseOptions) => BaseTransport = Reflect.get(winston, 'Transport')

/**
 * A transport for winston: a line that is logged inside an event lands in that event, as deep as the
 * call that logged it; outside of any, the lines of about a second become one event.
 *
 * @example
 * ```ts
 * const logger = winston.createLogger({ transports: [new WinstonTransport()] })
 * await log.run(() => logger.info('Choosing exercises', { minutes: 35 }))
 * ```
 */
export class WinstonTransport extends Transport {
  readonly #destination: LineDestination
  readonly #tracked: TrackedWrites
  /** The line that is being handed over; a format of the transport's own makes a copy of it. */
  #handed: object | undefined

  /** @throws StacktaleError `option-invalid`, `prefix-invalid`, `object-without-id` or `key-too-long` */
  constructor(options: WinstonTransportOptions = {}) {
    const { prefix, object, batchMs, batchLines, batchBytes, startTimer, ...ofWinston } = options
    super(ofWinston)
    this.#destination = new LineDestination(
      { prefix, object, batchMs, batchLines, batchBytes, startTimer },
      'winston',
    )
    this.#tracked = trackWrites(this)
  }

  override _write(info: object, encoding: BufferEncoding, done: () => void): void {
    this.#handed = info
    try {
      super._write(info, encoding, done)
    } finally {
      this.#handed = undefined
    }
  }

  /** Called by winston for each line that is not filtered out. */
  log(info: object, done: () => void): void {
    try {
      const target = this.#tracked.targetOf(this.#handed ?? info, winstonLevel(info), LOG)
      if (target !== 'nowhere') this.#destination.addTo(target, winstonLine(info), LOG)
    } catch (error) {
      reportLineFailed('winston', error)
    }
    setImmediate(() => this.emit('logged', info))
    done()
  }

  /** Called by winston when the transport is removed. */
  close(): void {
    void this.#destination.commit()
  }

  override _final(done: () => void): void {
    callWhen(this.#destination.commit(), done)
  }
}

/** The application's calls lie above it on the stack. */
const LOG: Caller = Reflect.get(WinstonTransport.prototype, 'log')
