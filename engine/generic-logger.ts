import { configuration, elapsedClock, isKept, isSourceKept, isStackRead } from './configuration.ts'
import { deliver } from './delivery/index.ts'
import type { Caller } from './depth/call-sites.ts'
import { callSitesAbove, NO_SITES } from './depth/call-sites.ts'
import type { CallNode } from './depth/call-tree.ts'
import { asOwnWork, runUnder } from './depth/flow.ts'
import { ownFrame } from './depth/function-place.ts'
import { loggingCall, loggingCallByStep, stepCall } from './depth/logging-call.ts'
import { sourceOf } from './depth/source.ts'
import { errorDetail } from './error-detail.ts'
import type { Identified, ObjectKey } from './item/object-key.ts'
import { objectKey } from './item/object-key.ts'
import type { Level } from './level.ts'
import { checkedText } from './line-text.ts'
import { eventOf } from './log-event.ts'
import type { LinePlace, NewLine } from './new-line.ts'
import type { OpenLine, TraceLink } from './open-event.ts'
import { OpenEvent } from './open-event.ts'
import { forgetOpen, rememberOpen } from './open-events.ts'
import { canWait, plainData } from './plain-data.ts'
import type { Receipt } from './sinks/sink.ts'
import { currentTrace } from './trace/current-trace.ts'

/** For lines that other loggers were given: where the line that is being logged belongs in an event. */
export let placeLine: (logger: GenericLogger, level: Level, from: Caller) => LinePlace

/**
 * Adds a line at a place that was taken before.
 *
 * @returns undefined where its event is over by now
 */
export let addLineAt: (
  logger: GenericLogger,
  line: NewLine,
  place: LinePlace,
) => OpenLine | undefined

/** Has a logger tell of each event that begins from now on, by its first line. */
export let whenBegun: (logger: GenericLogger, told: () => void) => void

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
  #begun: (() => void) | undefined

  static {
    placeLine = (logger, level, from) => {
      const sites = isStackRead(level) ? callSitesAbove(from) : NO_SITES
      return { ...logger.#place(level, sites), event: logger.#event }
    }
    addLineAt = (logger, line, place) =>
      (place.event ?? logger.#event) === logger.#event ? logger.#add(line, place) : undefined
    whenBegun = (logger, told) => {
      logger.#begun = told
    }
  }

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

  /** Where the open event stands in its trace; a call to another service names it as its caller. */
  get traceLink(): TraceLink {
    return this.#event.traceLink
  }

  /**
   * Adds a line of level info.
   *
   * @param text what happened, in plain English
   * @param data details, kept beside the text; anything is taken, and copied at once
   */
  addMessage(text: string, data?: unknown): void {
    if (isKept('info')) this.addLine({ level: 'info', text, data }, entry.addMessage)
  }

  /** Adds a line of level debug. See {@link addMessage}. */
  debug(text: string, data?: unknown): void {
    if (isKept('debug')) this.addLine({ level: 'debug', text, data }, entry.debug)
  }

  /** Adds a line of level info. See {@link addMessage}. */
  info(text: string, data?: unknown): void {
    if (isKept('info')) this.addLine({ level: 'info', text, data }, entry.info)
  }

  /** Adds a line of level warn. See {@link addMessage}. */
  warn(text: string, data?: unknown): void {
    if (isKept('warn')) this.addLine({ level: 'warn', text, data }, entry.warn)
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
    if (typeof thrown !== 'string') {
      this.addLine({ level: 'error', text: undefined, thrown, data }, entry.error)
    } else if (data instanceof Error) {
      this.addLine({ level: 'error', text: thrown, thrown: data }, entry.error)
    } else {
      this.addLine({ level: 'error', text: thrown, data }, entry.error)
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
    ownFrame('step')
    const line = this.addLine({ level: 'info', text }, entry.step)
    const call = stepCall(line.call)
    const startedAt = elapsedClock()
    try {
      return await runUnder(this, call, work)
    } catch (error) {
      if (!this.#isLogged(error))
        this.#add({ level: 'error', text: undefined, thrown: error }, placeOfCall(call))
      throw error
    } finally {
      line.took = elapsedClock() - startedAt
    }
  }

  /**
   * Runs work under this logger: in it, however deep and after every `await`, `currentLogger()` is
   * this one.
   *
   * @returns what the work returns
   * @example
   * ```ts
   * await log.run(() => generateWorkout(user))
   * ```
   */
  run<Value>(work: () => Value): Value {
    ownFrame('run')
    this.#event.join(currentTrace())
    return runUnder(this, undefined, work)
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
    forgetOpen(this.#end)
    return asOwnWork(() => deliver(eventOf(this.#key, event.close(elapsedClock()))))
  }

  /** Commits at the end of an `await using` scope. Failures are reported, not thrown. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.commit().catch(() => undefined)
  }

  /**
   * Adds a line for a method of a domain logger, so that the method does not count as a call: the
   * line is as deep, and its source is, where the method was called.
   *
   * @param from the method
   * @example
   * ```ts
   * deadEnd(component: string): void {
   *   this.addLine({ level: 'warn', text: `Nothing left for ${component}` }, this.deadEnd)
   * }
   * ```
   */
  protected addLine(line: NewLine, from: Caller): OpenLine {
    // Each call between the application's and this one costs V8 time.
    const sites = isStackRead(line.level) ? callSitesAbove(from) : NO_SITES
    return this.#add(line, this.#place(line.level, sites))
  }

  #place(level: Level, sites: readonly NodeJS.CallSite[]): LinePlace {
    const isDeep = configuration().depth !== false
    const call = isDeep ? loggingCall(sites, this, this.#event) : loggingCallByStep(this)
    const source = isSourceKept(level) ? sourceOf(sites, this.constructor.name) : undefined
    return placeOfCall(call, source)
  }

  #add({ level, text, data, thrown }: NewLine, { call, source, at }: LinePlace): OpenLine {
    const error = thrown === undefined && text !== undefined ? undefined : errorDetail(thrown)
    if (typeof thrown === 'object' && thrown !== null) this.#loggedErrors.add(thrown)
    const isChecked = !canWait(text)
    const line: OpenLine = {
      text: isChecked ? checkedText(text, error) : text,
      isChecked,
      call,
      at,
      level,
      data: data === undefined ? undefined : plainData(data),
      error,
      source,
      took: undefined,
    }
    if (isKept(level)) this.#keep(line)
    return line
  }

  #keep(line: OpenLine): void {
    if (this.#event.isFull) {
      const full = this.#event
      this.#event = full.next()
      void asOwnWork(() => deliver(eventOf(this.#key, full.close(elapsedClock()))))
    }
    if (this.#event.isEmpty) {
      this.#event.join(currentTrace())
      rememberOpen(this.#end)
      this.#begun?.()
    }
    this.#event.add(line)
  }

  /** An error that passes through several steps is told where it came up first. */
  #isLogged(thrown: unknown): boolean {
    return typeof thrown === 'object' && thrown !== null && this.#loggedErrors.has(thrown)
  }

  /** Commits what its program did not. */
  readonly #end = (): void => {
    const event = this.#event
    this.#event = new OpenEvent()
    if (!event.isEmpty) {
      const closed = event.close(elapsedClock())
      void asOwnWork(() => deliver({ ...eventOf(this.#key, closed), unfinished: true }))
    }
  }
}

function placeOfCall(call: CallNode, source?: string): LinePlace {
  return { call, source, at: elapsedClock() }
}

/** The methods that lines come in by: the application's calls lie above them on the stack. */
const entry = {
  addMessage: method('addMessage'),
  debug: method('debug'),
  info: method('info'),
  warn: method('warn'),
  error: method('error'),
  step: method('step'),
}

function method(name: keyof GenericLogger): Caller {
  const methods: object = GenericLogger.prototype
  return Reflect.get(methods, name)
}
