import { randomHex } from '../random-bytes.ts'

/** Which macro-transaction something belongs to, as W3C Trace Context says it. */
export interface TraceContext {
  /** 32 hexadecimal digits. */
  readonly trace: string
  /** Who called: 16 hexadecimal digits; undefined where the trace begins. */
  readonly parent?: string
  /** The flags byte, as two hexadecimal digits; `01` for sampled. */
  readonly flags: string
  /** What other vendors add, passed on as it came. */
  readonly state?: string
  /** What came in place of a trace and is none, cut. */
  readonly refused?: string
}

const SAMPLED = '01'
const LONGEST = 512
const LONGEST_REFUSED = 100
/** https://www.w3.org/TR/trace-context/#traceparent-header */
const TRACEPARENT =
  /^(?!ff)([\da-f]{2})-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-([\da-f]{2})(-.*)?$/
const TRACE = /^(?!0{32})[\da-f]{32}$/
/** Printable, and without what could end a header. */
const STATE = /^[\x20-\x7E]{1,512}$/

/** A trace that begins here. */
export function newTrace(): TraceContext {
  return { trace: randomHex(16), flags: SAMPLED }
}

/** The name of one event within a trace. */
export function newSpan(): string {
  return randomHex(8)
}

/**
 * The trace that a `traceparent` header names, or an id of 32 hexadecimal digits, with or without the
 * dashes of a UUID.
 *
 * @returns undefined for anything else
 */
export function parseTrace(value: unknown, state?: unknown): TraceContext | undefined {
  if (typeof value !== 'string' || value.length > LONGEST) return undefined
  const bare = value.replaceAll('-', '').toLowerCase()
  if (TRACE.test(bare) && value.length <= 36) return { trace: bare, flags: SAMPLED }
  const [, version, trace, parent, flags = SAMPLED, rest] = TRACEPARENT.exec(value) ?? []
  if (trace === undefined || parent === undefined) return undefined
  if (version === '00' && rest !== undefined) return undefined
  const isState = typeof state === 'string' && STATE.test(state)
  return { trace, parent, flags, ...(isState && { state }) }
}

/** The trace that was given; where it is none, a new one that notes what came in its place. */
export function traceOf(value: unknown, state?: unknown): TraceContext {
  if (value === undefined || value === null) return newTrace()
  const given = parseTrace(value, state)
  if (given !== undefined) return given
  const text = typeof value === 'string' ? value : typeof value
  return { ...newTrace(), refused: text.slice(0, LONGEST_REFUSED) }
}

/** The `traceparent` header of a call that an event makes. */
export function traceparentOf({ trace, flags }: TraceContext, span: string): string {
  return `00-${trace}-${span}-${flags}`
}
