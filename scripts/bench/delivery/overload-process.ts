// An application under load, with or without logging, for some time; prints how it fared as JSON.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { configure, flush, ledger } from 'stacktale'
import { SeededRandom } from '../../demo/workouts/seeded-random.ts'
import { cpuTimeNs } from '../cpu-stopwatch.ts'
import { eventTexts, openEvent } from './events.ts'
import type { Application, ApplicationResult } from './overload.ts'

const NS_PER_MS = 1e6
const BYTES_PER_MB = 1024 * 1024
const TICK_MS = 20
const WARM_UP_EVENTS = 100

const application: Application = JSON.parse(process.argv[2] ?? '{}')
const { table, endpoint, journal, eventsPerSecond, seconds, isLogging } = application
const random = new SeededRandom(2)
let id = 0

configure({ table, endpoint, journal, onFailure: () => {} })
work(WARM_UP_EVENTS)
await flush({ until: 'journaled' })
globalThis.gc?.()

const startBytes = process.memoryUsage.rss()
let mostBytes = startBytes
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
const startedAt = performance.now()
const cpuNs = cpuTimeNs()
for (let made = 0; elapsedSeconds() < seconds;) {
  const due = Math.floor(elapsedSeconds() * eventsPerSecond)
  work(due - made)
  made = due
  mostBytes = Math.max(mostBytes, process.memoryUsage.rss())
  await new Promise((resolve) => {
    setTimeout(resolve, TICK_MS)
  })
}
delay.disable()
const result: ApplicationResult = {
  made: id,
  cpuMs: (cpuTimeNs() - cpuNs) / NS_PER_MS,
  delayP99Ms: delay.percentile(99) / NS_PER_MS,
  growthMb: (mostBytes - startBytes) / BYTES_PER_MB,
  ledger: isLogging ? await flush({ timeoutMs: 30_000, until: 'journaled' }) : ledger(),
}
process.stdout.write(JSON.stringify(result), () => process.exit(0))

function elapsedSeconds(): number {
  return (performance.now() - startedAt) / 1000
}

/** What the application does; it words its messages in any case. */
function work(events: number): void {
  for (let count = 0; count < events; count += 1) {
    const texts = eventTexts(random)
    if (isLogging) void openEvent(id, texts).commit()
    id += 1
  }
}
