import type { TraceContext } from '../../trace/trace-context.ts'
import { newTrace, parseTrace, traceOf } from '../../trace/trace-context.ts'
import { awsTrace } from './aws-trace.ts'
import { carriedAwsTrace, carriedTraces } from './carried-traces.ts'
import type { LambdaContext } from './lambda-context.ts'

const MOST_OTHERS = 10

/** The trace that an invocation belongs to, and those of further records that it was invoked with. */
export interface InvocationTrace {
  readonly context: TraceContext
  /** At most ten. */
  readonly others: readonly string[]
  /** How many more there are. */
  readonly moreOthers: number
}

/** The trace that came with what a function was invoked with, else AWS's own, else a new one. */
export function invocationTrace(payload: unknown, context: LambdaContext): InvocationTrace {
  const carried = carriedTraces(payload)
  const traces = carried.flatMap(
    ({ traceparent, tracestate }) => parseTrace(traceparent, tracestate) ?? [],
  )
  const [own = awsTraceOf(payload, context) ?? newTrace()] = traces
  const refused =
    traces.length === 0 && carried.length > 0 ? traceOf(carried[0]?.traceparent).refused : undefined
  const all = new Set(traces.map(({ trace }) => trace))
  all.delete(own.trace)
  return {
    context: { ...own, ...(refused !== undefined && { refused }) },
    others: [...all].slice(0, MOST_OTHERS),
    moreOthers: Math.max(0, all.size - MOST_OTHERS),
  }
}

function awsTraceOf(payload: unknown, context: LambdaContext): TraceContext | undefined {
  return (
    awsTrace(carriedAwsTrace(payload)) ??
    awsTrace(context.xRayTraceId) ??
    awsTrace(process.env['_X_AMZN_TRACE_ID'])
  )
}
