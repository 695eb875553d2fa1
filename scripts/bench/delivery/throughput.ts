import { fileURLToPath } from 'node:url'
import { median } from '../quantile.ts'
import { jsonOf } from './child.ts'

/** A way to store events. */
export type Way = 'worker' | 'inline' | 'puts' | 'lines'

export interface Throughput {
  readonly eventsPerSecond: number
  /** Of all threads, for an event. */
  readonly cpuMs: number
  /** Of the application's thread, for an event. */
  readonly mainCpuMs: number
}

const PROCESS = fileURLToPath(new URL('throughput-process.js', import.meta.url))
const ROUNDS = 7
/** V8 compiles what it will in the first. */
const WARM_UP = 2

/** What storing events in one way takes: the medians of several rounds. */
export async function measureThroughput(way: Way, events: number): Promise<Throughput> {
  const rounds: readonly Throughput[] = await jsonOf(PROCESS, { way, events, rounds: ROUNDS })
  const counted = rounds.slice(WARM_UP)
  return {
    eventsPerSecond: median(counted.map(({ eventsPerSecond }) => eventsPerSecond)),
    cpuMs: median(counted.map(({ cpuMs }) => cpuMs)),
    mainCpuMs: median(counted.map(({ mainCpuMs }) => mainCpuMs)),
  }
}
