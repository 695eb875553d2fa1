import { loggingCall, stepCall } from './call-depth.ts'
import type { CallNode } from './call-tree.ts'
import {
  configuration,
  elapsedClock,
  expiryOf,
  hostName,
  nextTimestamp,
  serviceName,
} from './configuration.ts'
import { deliver } from './delivery/index.ts'
import { errorDetail, errorHeading } from './error-detail.ts'
import type { ErrorDetail, LogEvent } from './event.ts'
import { runInFlow } from './flow.ts'
import type { Identified, ObjectKey } from './item/object-key.ts'
import { objectKey } from './item/object-key.ts'
import { millisecondsOf } from './item/timestamp.ts'
import type { Level } from './level.ts'
import { isAtLeast } from './level.ts'
import type { OpenLine } from './open-event.ts'
import { OpenEvent } from './open-event.ts'
import { plainData, plainText } from './plain-data.ts'
import type { Receipt } from './sinks/sink.ts'
import { storyText } from './story-text.ts'

interface NewLine {
  readonly level: Level
  readonly text: unknown
  readonly data?: unknown
  readonly error?: ErrorDetail | undefined
  /** Default: the call that the stack tells. */
  readonly call?: CallNode | undefined
}

/**
 * Gathers the messages of one unit of work about an object, indents each by the depth of the call
 * that made it, and commits them as one event.
 *
 * Making a logger connects to nothing. Subclass it to keep a domain's wording in one place.
 *
 * @example
 * ```ts
 * const log = new GenericLogger(user, 'workout')
 * log.addMessage('Starting workout generation')
 * log.warn('No exercises left for Core', { filter: 'bodyweight' })
 * await log.commit()
 * ```
 */
export class GenericLogger<Subject extends Identified = Identified> {
  /** What the events are about. */
  protected readonly subject: Subject
  readonly #key: ObjectKey
  readonly #loggedErrors = new WeakSet()
  #event = new OpenEvent()

  /**
   * @param subject the object that the events are about: anything with an `id`
   * @param prefix the domain, such as `workout`: not empty, without `_`
   * @throws StacktaleError `prefix-invalid`, `object-without-id` or `key-too-long`
   */
  constructor(subject: Subject, prefix: string) {
    this.#key = objectKey(subject, prefix)
    this.subject = subject
  }

  /** The key that the events are stored under: `prefix_id`. */
  get key(): string {
    return this.#key.key
  }

  /**
   * Adds a line of level info.
   *
   * @param text what happened, in plain English
   * @param data details, kept beside the text; anything is taken, and copied at once
   */
  addMessage(text: string, data?: unknown): void {
    this.#add({ level: 'info', text, data })
  }

  /** Adds a line of level debug. See {@link addMessage}. */
  debug(text: string, data?: unknown): void {
    this.#add({ level: 'debug', text, data })
  }

  /** Adds a line of level info. See {@link addMessage}. */
  info(text: string, data?: unknown): void {
    this.#add({ level: 'info', text, data })
  }

  /** Adds a line of level warn. See {@link addMessage}. */
  warn(text: string, data?: unknown): void {
    this.#add({ level: 'warn', text, data })
  }

  /**
   * Adds a line of level error.
   *
   * @param thrown a message, or whatever was caught: its stack and causes are kept
   * @param data details; an Error here is kept with its stack, beside the message
   * @example
   * ```ts
   * log.error(error)
   * log.error('Could not save the workout', error)
   * ```
   */
  error(thrown: unknown, data?: unknown): void {
    if (typeof thrown === 'string') {
      const error = data instanceof Error ? errorDetail(data) : undefined
      this.#add({
        level: 'error',
        text: thrown,
        error,
        data: error === undefined ? data : undefined,
      })
    } else {
      this.#addError(thrown, data)
    }
  }

  /**
   * Runs a block as a step: a line, what the block logs one deeper, and how long it took. It nests
   * where the stack cannot tell, as in callbacks of timers and queues.
   *
   * @returns what the block returns
   * @throws what the block throws, after logging it
   * @example
   * ```ts
   * const filter = await log.step('Recreating exercise filter', () => recreateFilter(user))
   * ```
   */
  async step<Value>(text: string, work: () => Value | Promise<Value>): Promise<Value> {
    const line = this.#add({ level: 'info', text })
    const call = stepCall(line.call)
    const startedAt = elapsedClock()
    try {
      return await runInFlow({ call, logger: this }, work)
    } catch (error) {
      this.#addErrorOnce(error, call)
      throw error
    } finally {
      line.took = elapsedClock() - startedAt
    }
  }

  /**
   * Stores what was logged since the last commit as one event. What is logged from here on belongs
   * to the object's next event.
   *
   * It may be left without `await`: a failure is then reported, not thrown, and the event is kept
   * and tried again.
   *
   * @returns the receipt once the event is stored; undefined where nothing was logged
   * @throws StacktaleError with the reason, such as `table-missing`, while the event is not stored
   */
  commit(): Promise<Receipt | undefined> {
    if (this.#event.isEmpty) return Promise.resolve(undefined)
    const event = this.#event
    this.#event = new OpenEvent()
    return deliver(this.#close(event))
  }

  /** Commits at the end of an `await using` scope. Failures are reported, not thrown. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.commit().catch(() => undefined)
  }

  #add({ level, text, data, error, call }: NewLine): OpenLine {
    const line: OpenLine = {
      text: plainText(text),
      level,
      call: call ?? loggingCall(this, this.#event),
      at: elapsedClock(),
      ...(data !== undefined && { data: plainData(data) }),
      ...(error !== undefined && { error }),
    }
    if (isAtLeast(level, configuration().level ?? 'debug')) this.#event.add(line)
    return line
  }

  #addError(thrown: unknown, data?: unknown, call?: CallNode): void {
    const error = errorDetail(thrown)
    if (typeof thrown === 'object' && thrown !== null) this.#loggedErrors.add(thrown)
    this.#add({ level: 'error', text: errorHeading(error), error, data, call })
  }

  /** An error that passes through several steps is told where it came up first. */
  #addErrorOnce(thrown: unknown, call: CallNode): void {
    const isLogged = typeof thrown === 'object' && thrown !== null && this.#loggedErrors.has(thrown)
    if (!isLogged) this.#addError(thrown, undefined, call)
  }

  #close(open: OpenEvent): LogEvent {
    const { key: object, prefix, id } = this.#key
    const closed = open.close(elapsedClock())
    const timestamp = nextTimestamp()
    const service = serviceName()
    const expires = expiryOf(millisecondsOf(timestamp))
    return {
      object,
      prefix,
      id,
      timestamp,
      ...closed,
      text: storyText(closed.lines),
      host: hostName(),
      ...(service !== undefined && { service }),
      ...(expires !== undefined && { expires }),
    }
  }
}
