import { setTimeout as sleep } from 'node:timers/promises'
import { realLatency } from './lookups/latency.ts'
import type { Latency } from './lookups/latency.ts'
import { nextEvent } from './next-event.ts'
import { SeededRandom } from './seeded-random.ts'
import { storeEvent } from './store-event.ts'
import { openStudio } from './studio.ts'

export interface TrafficOptions {
  /** How long from one event to the next on average. */
  readonly everyMs: number
  readonly seed: number
  /** Ends the traffic, once the event in progress is stored. */
  readonly signal: AbortSignal
  /** How lookups take their time. Default: for real. */
  readonly latency?: Latency
}

/** Lets users come and go, one after the other, until it is told to stop. */
export async function runForever({
  everyMs,
  seed,
  signal,
  latency = realLatency,
}: TrafficOptions): Promise<void> {
  const random = new SeededRandom(seed)
  const studio = openStudio({ clock: Date.now, random, latency })
  while (!signal.aborted) {
    const log = await nextEvent(studio)
    await storeEvent(log)
    await pause(everyMs * random.between(0.4, 1.6), signal)
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal })
  } catch (error) {
    if (!signal.aborted) throw error
  }
}
