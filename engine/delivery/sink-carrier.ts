import { AsyncResource } from 'node:async_hooks'
import { StacktaleError } from '../errors/stacktale-error.ts'
import type { LogEvent } from '../event.ts'
import type { Sink } from '../sinks/sink.ts'
import type { Carrier, Fate } from './carrier.ts'
import type { Load } from './load.ts'

const MOST_WRITING = 32

/** An event, and where it was committed: what a sink finds in AsyncLocalStorage is its own. */
export interface CommittedEvent {
  readonly event: LogEvent
  readonly context: AsyncResource
}

/** Makes an event ready for a sink of the application's: it is given as it is. */
export function sinkLoad(event: LogEvent): Load<CommittedEvent> {
  const { object, timestamp, prefix, level, lines } = event
  const bytes = lines.reduce((sum, { text }) => sum + 2 * text.length + 100, 500)
  const content = { event, context: new AsyncResource('stacktale.commit') }
  return { object, timestamp, prefix, level, lines: lines.length, bytes, writeUnits: 0, content }
}

/** Hands events to a sink of the application's, one by one. */
export class SinkCarrier implements Carrier<CommittedEvent> {
  readonly mostLoads = 1
  readonly mostCarrying: number = MOST_WRITING
  readonly isService = false
  readonly #sink: Sink

  constructor(sink: Sink) {
    this.#sink = sink
  }

  async carry(loads: readonly Load<CommittedEvent>[]): Promise<readonly Fate[]> {
    return await Promise.all(loads.map(async ({ content }) => await this.#write(content)))
  }

  async #write({ event, context }: CommittedEvent): Promise<Fate> {
    try {
      return await context.runInAsyncScope(() => this.#sink.write(event))
    } catch (error) {
      return error instanceof StacktaleError ? error : sinkFailed(error)
    }
  }
}

function sinkFailed(cause: unknown): StacktaleError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new StacktaleError(
    'sink-failed',
    `The sink did not store an event (${reason}). The event is kept and will be tried again.`,
    { cause },
  )
}
