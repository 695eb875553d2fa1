import { runInFlowOf } from '../depth/flow.ts'
import { ownFrame } from '../depth/function-place.ts'
import { StacktaleError } from '../errors/stacktale-error.ts'
import { reportFailure } from '../failure-report.ts'
import { traceOf } from './trace-context.ts'

/**
 * Runs work as a part of a trace: the events that begin in it belong to the trace, however deep and
 * after every `await`. For what has no headers: a message from a queue, a job.
 *
 * @param id a `traceparent`, or 32 hexadecimal digits, as of a UUID. Anything else is reported as
 * `trace-invalid`, and a new trace begins.
 * @returns what the work returns
 * @example
 * ```ts
 * const message = { order: 7, ...traceHeaders() } // on the one side
 * await runInTrace(message.traceparent, () => handle(message)) // on the other
 * ```
 */
export function runInTrace<Value>(id: string | undefined, work: () => Value): Value {
  ownFrame('runInTrace')
  const trace = traceOf(id)
  if (trace.refused !== undefined) {
    reportFailure(
      new StacktaleError(
        'trace-invalid',
        `${JSON.stringify(trace.refused)} is no trace: expected a traceparent, or 32 hexadecimal digits that are not all 0. A new trace begins.`,
      ),
    )
  }
  return runInFlowOf(trace, work)
}
