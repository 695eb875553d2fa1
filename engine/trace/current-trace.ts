import { currentFlow } from '../depth/flow.ts'
import { activeSpan } from './active-span.ts'
import type { TraceContext } from './trace-context.ts'

/** What runs code of its own event: a logger. */
interface Traced {
  readonly traceLink: { readonly context: TraceContext }
}

/**
 * The trace that the running code belongs to: OpenTelemetry's where that is used, else the one it was
 * said to run in, else that of the logger it runs under.
 */
export function currentTrace(): TraceContext | undefined {
  const flow = currentFlow()
  const trace = activeSpan() ?? flow?.trace
  if (trace !== undefined) return trace
  return isTraced(flow?.current) ? flow.current.traceLink.context : undefined
}

function isTraced(logger: object | undefined): logger is Traced {
  return logger !== undefined && 'traceLink' in logger
}
