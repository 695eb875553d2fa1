import { AsyncResource } from 'node:async_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { currentLogger } from '../../current-logger.ts'
import { runInFlowOf } from '../../depth/flow.ts'
import { ownFrame } from '../../depth/function-place.ts'
import type { GenericLogger } from '../../generic-logger.ts'
import { whenBegun } from '../../generic-logger.ts'
import { StacktaleError } from '../../errors/stacktale-error.ts'
import { reportFailure } from '../../failure-report.ts'
import type { Identified } from '../../item/object-key.ts'
import { checkPrefix } from '../../item/object-key.ts'
import type { TraceContext } from '../../trace/trace-context.ts'
import { newSpan, traceOf } from '../../trace/trace-context.ts'
import { subjectFailed } from '../subject-failed.ts'
import { startTimer } from '../lines/start-timer.ts'
import { RequestLogger } from './request-logger.ts'
import { RequestStory } from './request-story.ts'
import { whenClosed } from './when-closed.ts'

/** What Express calls for each request. */
export type Middleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void

export interface RequestEventOptions {
  /** The domain of the events. Default: `request`. */
  readonly prefix?: string
  /**
   * What a request's event is about. Default: the request itself, by its `x-request-id` header or a
   * random id.
   */
  readonly subject?: (request: IncomingMessage) => Identified
  /** Requests that are no events, such as health checks. Default: none. */
  readonly ignore?: (request: IncomingMessage) => boolean
}

/** Requests that are events already: a second adapter leaves them to the first. */
const known = new WeakSet<IncomingMessage>()

/** What is logged after the answer is gathered so long into an event of its own, in milliseconds. */
const LATE_MS = 1000

const REQUEST_ID = /^[\w.:@/+=-]{1,128}$/

/**
 * Express middleware, for Express 4 and 5: each request is one event, from its first line to the
 * moment its answer is sent, or the client is gone. Code below it logs with `currentLogger()`. The
 * trace of the `traceparent` header goes on, or a new one begins.
 *
 * @throws StacktaleError `prefix-invalid`
 * @example
 * ```ts
 * const app = express()
 * app.use(requestEvents())
 * app.get('/widgets/:id', (request, response) => {
 *   currentLogger()?.info(`Looking for widget ${request.params.id}`)
 *   response.json({ left: 7 })
 * })
 * app.use(requestErrors)
 * ```
 */
export function requestEvents(options: RequestEventOptions = {}): Middleware {
  const { prefix = 'request', subject = requestSubject, ignore = () => false } = options
  checkPrefix(prefix)

  function loggerOf(request: IncomingMessage): RequestLogger {
    try {
      return new RequestLogger(subject(request), prefix)
    } catch (error) {
      reportFailure(subjectFailed(error, 'requestEvents', 'the request'))
      return new RequestLogger(requestSubject(request), prefix)
    }
  }

  function isIgnored(request: IncomingMessage): boolean {
    try {
      return ignore(request)
    } catch (error) {
      reportFailure(ignoreFailed(error))
      return false
    }
  }

  return function requestEvent(request, response, next) {
    ownFrame('requestEvent')
    const isKnown = known.has(request)
    known.add(request)
    if (isKnown || isIgnored(request)) {
      next()
      return
    }
    const trace = traceOf(one(request.headers['traceparent']), request.headers['tracestate'])
    runInFlowOf(trace, () => {
      const log = loggerOf(request)
      const story = new RequestStory(request, response)
      log.answer(story.title, story.particulars, () => {
        ownFrame('answered')
        begin(log, story, { request, response, trace })
        next()
      })
    })
  }
}

/**
 * Express error middleware: an error that a handler threw or passed on is told in the request's event,
 * with its stack, and goes on to the next error handler. Put it behind the routes.
 */
export function requestErrors(
  error: unknown,
  _request: IncomingMessage,
  _response: ServerResponse,
  next: (error?: unknown) => void,
): void {
  ownFrame('requestErrors')
  currentLogger()?.error(error)
  next(error)
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly trace: TraceContext
}

function begin(log: GenericLogger, story: RequestStory, exchange: Exchange): void {
  const { request, response, trace } = exchange
  ownFrame('begin')
  if (trace.refused !== undefined) {
    log.warn('Came with a traceparent that is none, so a new trace begins', {
      traceparent: trace.refused,
    })
  }
  let isOver = false
  // Back to where the story began, so that its end is as deep.
  const end = AsyncResource.bind((): void => {
    ownFrame('end')
    if (isOver) return
    isOver = true
    stopWaiting()
    const { level, text, data } = story.end()
    log[level](text, data)
    void log.commit()
    whenBegun(log, () => startTimer(() => void log.commit(), LATE_MS))
  })
  response.once('finish', end)
  response.once('close', end)
  // One that waits behind others on its connection is not told that the client is gone.
  const stopWaiting = whenClosed(request.socket, end)
}

function ignoreFailed(cause: unknown): StacktaleError {
  return new StacktaleError(
    'option-invalid',
    'The option "ignore" of requestEvents threw, so the request is an event.',
    { cause },
  )
}

function requestSubject({ headers }: IncomingMessage): Identified {
  const id = one(headers['x-request-id'])
  return { id: typeof id === 'string' && REQUEST_ID.test(id) ? id : newSpan() }
}

function one(header: string | readonly string[] | undefined): unknown {
  return typeof header === 'object' ? header.join(',') : header
}
