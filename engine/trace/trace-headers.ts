import { currentLogger } from '../current-logger.ts'
import { currentTrace } from './current-trace.ts'
import type { TraceContext } from './trace-context.ts'
import { newSpan, newTrace, traceparentOf } from './trace-context.ts'

/** The headers of a call to another service. */
export interface TraceHeaders {
  readonly traceparent: string
  readonly tracestate?: string
}

/**
 * The headers that carry the current trace to another service, as W3C Trace Context says it: of the
 * logger that the code runs under, or of the trace that it runs in. Outside of both a new trace begins.
 *
 * @example
 * ```ts
 * await fetch('https://inventory.example.com/widgets/7', { headers: { ...traceHeaders() } })
 * ```
 */
export function traceHeaders(): TraceHeaders {
  const logger = currentLogger()
  const link = logger?.traceLink
  const context: TraceContext = link?.context ?? currentTrace() ?? newTrace()
  const { state } = context
  return {
    traceparent: traceparentOf(context, link?.span ?? context.parent ?? newSpan()),
    ...(state !== undefined && { tracestate: state }),
  }
}
