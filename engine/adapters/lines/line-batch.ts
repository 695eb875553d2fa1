import { AsyncLocalStorage } from 'node:async_hooks'
import { elapsedClock, hostName, isSourceKept, serviceName } from '../../configuration.ts'
import type { Caller } from '../../depth/call-sites.ts'
import { callSitesAbove } from '../../depth/call-sites.ts'
import { loggingCallByStep } from '../../depth/logging-call.ts'
import { sourceOf } from '../../depth/source.ts'
import type { NewLine } from '../../new-line.ts'
import { addLineAt, GenericLogger } from '../../generic-logger.ts'
import { forgetBatch, rememberBatch } from '../../open-batches.ts'
import type { OpenLine } from '../../open-event.ts'
import { checkLineOptions } from './check-line-options.ts'
import type { LineOptions } from './line-options.ts'
import { startTimer } from './start-timer.ts'

const DEFAULTS = { batchMs: 1000, batchLines: 5000, batchBytes: 1024 * 1024, startTimer }
/** What a line takes beside its text, about. */
const LINE_BYTES = 120

/** Runs work outside of every event and trace: a batch belongs to none. */
const outside = AsyncLocalStorage.snapshot()

/** The lines that were logged outside of events: those of about a second become one. */
export class LineBatch {
  readonly #options: LineOptions & typeof DEFAULTS
  readonly #prefix: string
  #log: GenericLogger | undefined
  #stopTimer: (() => void) | undefined
  #lines = 0
  #sizeBytes = 0

  /** @throws StacktaleError `option-invalid`, `prefix-invalid`, `object-without-id` or `key-too-long` */
  constructor(options: LineOptions, name: string) {
    this.#prefix = options.prefix ?? name
    checkLineOptions(options, this.#prefix)
    this.#options = {
      ...options,
      batchMs: options.batchMs ?? DEFAULTS.batchMs,
      batchLines: options.batchLines ?? DEFAULTS.batchLines,
      batchBytes: options.batchBytes ?? DEFAULTS.batchBytes,
      startTimer: options.startTimer ?? DEFAULTS.startTimer,
    }
  }

  /** @param from the function that the application logged by */
  add(line: NewLine, from: Caller): void {
    const source = isSourceKept(line.level) ? sourceOf(callSitesAbove(from), '') : undefined
    outside(() => this.#add(line, source))
  }

  /** Commits what was gathered; fulfilled once that is stored, or its failure reported. */
  commit(): Promise<void> {
    const log = this.#log
    if (log === undefined) return Promise.resolve()
    this.#stopTimer?.()
    forgetBatch(this)
    this.#log = undefined
    this.#lines = 0
    this.#sizeBytes = 0
    return outside(async () => await log[Symbol.asyncDispose]())
  }

  #add(line: NewLine, source: string | undefined): void {
    const log = (this.#log ??= this.#begin())
    const place = { call: loggingCallByStep(log), source, at: elapsedClock() }
    this.#lines += 1
    this.#sizeBytes += sizeOf(addLineAt(log, line, place))
    const { batchLines, batchBytes } = this.#options
    if (this.#lines >= batchLines || this.#sizeBytes >= batchBytes) void this.commit()
  }

  #begin(): GenericLogger {
    const { object, batchMs } = this.#options
    const id = object ?? serviceName() ?? hostName()
    this.#stopTimer = this.#options.startTimer(() => void this.commit(), batchMs)
    rememberBatch(this)
    return new GenericLogger({ id }, this.#prefix)
  }
}

/** About, in bytes. */
function sizeOf(line: OpenLine | undefined): number {
  if (line === undefined) return 0
  const { text, data, error } = line
  let sizeBytes = LINE_BYTES + text.length
  if (data !== undefined) sizeBytes += JSON.stringify(data).length
  if (error !== undefined) sizeBytes += JSON.stringify(error).length
  return sizeBytes
}
