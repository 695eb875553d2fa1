import { checkPrefix } from '../../item/object-key.ts'
import type { Identified } from '../../item/object-key.ts'
import { flush } from '../../delivery/index.ts'
import { runInFlowOf } from '../../depth/flow.ts'
import { ownFrame } from '../../depth/function-place.ts'
import { StacktaleError } from '../../errors/stacktale-error.ts'
import { reportFailure } from '../../failure-report.ts'
import { subjectFailed } from '../subject-failed.ts'
import type { LambdaHandler } from './as-async.ts'
import { asAsync } from './as-async.ts'
import { beforeTimeout } from './before-timeout.ts'
import { takeColdStart } from './cold-start.ts'
import { InvocationLogger } from './invocation-logger.ts'
import type { InvocationTrace } from './invocation-trace.ts'
import { invocationTrace } from './invocation-trace.ts'
import { invokedBy } from './invoked-by.ts'
import type { LambdaContext } from './lambda-context.ts'
import { nameOf, remainingMs } from './lambda-context.ts'

export interface LambdaEventOptions<Event = unknown, Context = LambdaContext> {
  /** The domain of the events. Default: `lambda`. */
  readonly prefix?: string
  /** What an invocation's event is about. Default: the function, by its name. */
  readonly subject?: (event: Event, context: Context) => Identified
  /**
   * How long before the invocation times out its event is stored as it is, in milliseconds. Default:
   * 500, but at most half of the time that there is; 0 for never.
   */
  readonly beforeTimeoutMs?: number
  /** How long an invocation's end may be held up to store what was committed, in milliseconds. Default: 10,000, and never past its timeout. */
  readonly flushTimeoutMs?: number
}

const DEFAULT_BEFORE_TIMEOUT_MS = 500
const DEFAULT_FLUSH_TIMEOUT_MS = 10_000
/** What an invocation needs to end after its last flush. */
const RESERVE_MS = 50

/**
 * Makes each invocation of a Lambda handler one event: by what it was invoked, what its code logs with
 * `currentLogger()`, the error it ends with. It is stored before the handler returns, because Lambda
 * freezes the process then; and shortly before a timeout, which kills it. The trace that came with
 * what it was invoked with goes on.
 *
 * @param handler returns a promise, or has three parameters and ends with its callback. What it returns
 * or throws is passed on as it is.
 * @throws StacktaleError `prefix-invalid` or `option-invalid`
 * @example
 * ```ts
 * export const handler = lambdaEvents(async (event: { order: string }) => {
 *   currentLogger()?.info(`Packing order ${event.order}`)
 *   return { packed: true }
 * })
 * ```
 */
export function lambdaEvents<Event, Result, Context extends LambdaContext = LambdaContext>(
  handler: LambdaHandler<Event, Context, Result>,
  options: LambdaEventOptions<Event, Context> = {},
): (event: Event, context: Context) => Promise<Result> {
  const { prefix = 'lambda', subject } = options
  const leadMs = milliseconds(options, 'beforeTimeoutMs', DEFAULT_BEFORE_TIMEOUT_MS)
  const flushMs = milliseconds(options, 'flushTimeoutMs', DEFAULT_FLUSH_TIMEOUT_MS)
  checkPrefix(prefix)
  const invoke = asAsync(handler)

  function loggerOf(event: Event, context: Context): InvocationLogger {
    const byName = { id: nameOf(context) }
    try {
      return new InvocationLogger(subject?.(event, context) ?? byName, prefix)
    } catch (error) {
      reportFailure(subjectFailed(error, 'lambdaEvents', 'the function'))
      return new InvocationLogger(byName, prefix)
    }
  }

  return async function lambdaEvent(event, context) {
    ownFrame('lambdaEvent')
    const trace = invocationTrace(event, context)
    return await runInFlowOf(trace.context, async () => {
      ownFrame('inItsTrace')
      const log = loggerOf(event, context)
      const flushInTime = async (): Promise<void> => {
        const leftMs = remainingMs(context) - RESERVE_MS
        const endsAt = performance.now() + Math.min(flushMs, leftMs)
        const flushUntilEnd = async (): Promise<unknown> =>
          await flush({ timeoutMs: Math.max(0, endsAt - performance.now()) })
        await flushUntilEnd()
        // What was logged meanwhile would wait while the process is frozen.
        await flushUntilEnd()
      }
      const stop = beforeTimeout(remainingMs(context), leadMs, () => {
        log.tellTimeout(remainingMs(context))
        void flushInTime()
      })
      try {
        const by = invokedBy(event)
        const title = `Invoked ${nameOf(context)}${by === undefined ? '' : ` by ${by}`}`
        return await log.tell(title, particulars(context, trace), async () => {
          ownFrame('told')
          log.tellRefusedTrace(trace.context.refused)
          return await invoke(event, context)
        })
      } finally {
        stop()
        log.end()
        await flushInTime()
      }
    })
  }
}

function particulars(context: LambdaContext, { others, moreOthers }: InvocationTrace): object {
  const remaining = remainingMs(context)
  const memoryMb = Number(context.memoryLimitInMB)
  return {
    requestId: context.awsRequestId,
    coldStart: takeColdStart(),
    ...(Number.isFinite(remaining) && { remainingMs: remaining }),
    ...(Number.isFinite(memoryMb) && { memoryMb }),
    ...(context.functionVersion !== undefined && { version: context.functionVersion }),
    ...(others.length > 0 && { otherTraces: others }),
    ...(moreOthers > 0 && { moreOtherTraces: moreOthers }),
  }
}

function milliseconds(
  options: LambdaEventOptions<never, never>,
  name: 'beforeTimeoutMs' | 'flushTimeoutMs',
  usual: number,
): number {
  const value: unknown = options[name] ?? usual
  if (typeof value === 'number' && value >= 0 && value < Infinity) return value
  throw new StacktaleError(
    'option-invalid',
    `The option "${name}" must be a number of milliseconds from 0 on; it is ${String(value)}.`,
  )
}
