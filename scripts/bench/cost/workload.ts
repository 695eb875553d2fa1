import { configure, flush } from 'stacktale'
import type { LogEvent } from '../../../engine/event.ts'
import { nullSink } from '../null-sink.ts'

/** Events of a kind, for what storing them costs. */
export interface Workload {
  readonly name: string
  /** The service that the events come from, if they name one. */
  readonly service?: string
  /** Commits about so many events; the same ones each time. */
  readonly run: (events: number) => Promise<void>
}

const RETENTION_DAYS = 30

/** Runs a workload, and hands over its events, as many as asked for. @returns once all are handed over */
export async function eachEvent(
  { run, service }: Workload,
  events: number,
  take: (event: LogEvent) => void,
): Promise<void> {
  let taken = 0
  configure({
    service,
    host: 'vm',
    retentionDays: RETENTION_DAYS,
    sink: {
      write: async (event) => {
        const { object, timestamp, lines } = event
        if (taken < events) take(event)
        taken += 1
        return { object, timestamp, bytes: 0, writeUnits: 0, lines: lines.length }
      },
    },
  })
  try {
    await run(events)
    await flush()
  } finally {
    configure({ sink: nullSink, clock: undefined, service: undefined })
  }
}
