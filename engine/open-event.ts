import { DEEPEST_DEPTH } from './deepest-depth.ts'
import type { CallNode } from './depth/call-tree.ts'
import type { ErrorDetail, JsonValue, Line } from './event.ts'
import type { Level } from './level.ts'
import { higherLevel } from './level.ts'
import { plainText } from './plain-data.ts'
import type { TraceContext } from './trace/trace-context.ts'
import { newSpan, newTrace } from './trace/trace-context.ts'

const LONGEST_TITLE = 100
/** What the lines of one event may take in memory, about, before the next begins. */
const MOST_BYTES = 4 * 1024 * 1024
/** What a line takes beside its text, about. */
const LINE_BYTES = 120

/** A line while its event is open. */
export interface OpenLine {
  readonly text: string
  /** Whether the text is without its secrets; otherwise they are looked for when the event is closed. */
  readonly isChecked: boolean
  /** The call that logged it. */
  readonly call: CallNode
  /** Milliseconds on the elapsed clock. */
  readonly at: number
  readonly level: Level
  readonly data: JsonValue | undefined
  readonly error: ErrorDetail | undefined
  readonly source: string | undefined
  /** Milliseconds, known once the step that the line opens has ended. */
  took: number | undefined
}

/** What an event's lines say about it as a whole. */
export interface ClosedEvent {
  readonly level: Level
  readonly title: string
  readonly duration: number
  readonly lines: readonly Line[]
  readonly trace: string
  readonly span?: string
  readonly parent?: string
  readonly part?: number
}

/** What is known of a unit of work from its earlier parts, where it grew past the bound of one event. */
interface Beginning {
  readonly part: number
  readonly text: string
  readonly at: number
  readonly shallowest: CallNode | undefined
}

/** Where an event stands in its trace. */
export interface TraceLink {
  readonly context: TraceContext
  /** Its own name there. */
  readonly span: string
}

/** The lines of one unit of work, until it is committed. */
export class OpenEvent {
  readonly #lines: OpenLine[] = []
  readonly #beginning: Beginning | undefined
  #shallowest: CallNode | undefined
  #sizeBytes = 0
  #context: TraceContext | undefined
  #span: string | undefined

  constructor(beginning?: Beginning) {
    this.#beginning = beginning
    this.#shallowest = beginning?.shallowest
  }

  get isEmpty(): boolean {
    return this.#lines.length === 0
  }

  /** Whether it has grown past what one event may take in memory. */
  get isFull(): boolean {
    return this.#sizeBytes > MOST_BYTES
  }

  /** The call that logged the last line; undefined without lines. */
  get last(): CallNode | undefined {
    return this.#lines.at(-1)?.call
  }

  /** The call that logged the shallowest line so far; undefined without lines. */
  get shallowest(): CallNode | undefined {
    return this.#shallowest
  }

  /** Where it stands in its trace; outside of any, a trace begins. */
  get traceLink(): TraceLink {
    this.#context ??= newTrace()
    this.#span ??= newSpan()
    return { context: this.#context, span: this.#span }
  }

  /** Makes it a part of a trace, unless it is of one already. */
  join(trace: TraceContext | undefined): void {
    this.#context ??= trace
  }

  add(line: OpenLine): void {
    this.#lines.push(line)
    this.#sizeBytes += LINE_BYTES + line.text.length
    if (line.data !== undefined) this.#sizeBytes += JSON.stringify(line.data).length
    if (line.error !== undefined) this.#sizeBytes += JSON.stringify(line.error).length
    if (this.#shallowest === undefined || line.call.depth < this.#shallowest.depth) {
      this.#shallowest = line.call
    }
  }

  /** @param now milliseconds on the elapsed clock */
  close(now: number): ClosedEvent {
    const { part, text, at: startedAt } = this.#begun(now)
    const outermost = this.#shallowest?.depth ?? 0
    const level = this.#lines.reduce<Level>(
      (highest, line) => higherLevel(highest, line.level),
      'debug',
    )
    const { trace, parent } = (this.#context ??= newTrace())
    return {
      level,
      trace,
      ...(this.#span !== undefined && { span: this.#span }),
      ...(parent !== undefined && { parent }),
      title: titleOf(text),
      duration: tenth(now - startedAt),
      lines: this.#lines.map((line) => closedLine(line, startedAt, outermost)),
      ...(part > 1 && { part }),
    }
  }

  /** The event that the unit of work goes on in. */
  next(): OpenEvent {
    const { part, text, at } = this.#begun(0)
    const next = new OpenEvent({ part: part + 1, text, at, shallowest: this.#shallowest })
    next.join(this.#context)
    next.#span = this.#span
    return next
  }

  #begun(now: number): Beginning {
    const first = this.#lines[0]
    const text = first === undefined ? '' : textOf(first)
    return this.#beginning ?? { part: 1, text, at: first?.at ?? now, shallowest: undefined }
  }
}

function closedLine(open: OpenLine, startedAt: number, outermost: number): Line {
  const { call, at, level, took, data, error, source } = open
  const line: { -readonly [Name in keyof Line]: Line[Name] } = {
    text: textOf(open),
    depth: Math.min(call.depth - outermost, DEEPEST_DEPTH),
    elapsed: tenth(at - startedAt),
    level,
  }
  if (took !== undefined) line.took = tenth(took)
  if (data !== undefined) line.data = data
  if (error !== undefined) line.error = error
  if (source !== undefined) line.source = source
  return line
}

function textOf({ text, isChecked }: OpenLine): string {
  return isChecked ? text : plainText(text)
}

function titleOf(text: string): string {
  const row = text.split('\n', 1)[0] ?? ''
  if (row.length <= LONGEST_TITLE) return row.toWellFormed()
  return `${row.slice(0, LONGEST_TITLE - 1).replace(/[\uD800-\uDBFF]$/, '')}…`.toWellFormed()
}

/** Elapsed times are kept to a tenth of a millisecond, and never run backwards. */
function tenth(milliseconds: number): number {
  return Math.max(0, Math.round(milliseconds * 10) / 10)
}
