// `npm run figures`: what the demo's events take of the free tier, by DynamoDB's arithmetic.
import { configure } from 'stacktale'
import { memorySink } from 'stacktale/testing'
import { feedUnitsOf, storedBytesOf, tableUnitsOf } from '../engine/cost.ts'
import type { LogEvent } from '../engine/event.ts'
import { encodeEvent } from '../engine/item/encode-event.ts'
import { FEED_UNITS, TABLE_UNITS } from '../engine/table/schema.ts'
import { seedBacklog } from './demo/workouts/backlog.ts'

const EVENTS = 2000
const SEED = 1
const NOW = Date.UTC(2026, 0, 31)

const FREE_STORAGE_BYTES = 25e9
const SECONDS_PER_MONTH = 30 * 86_400

interface Figures {
  readonly events: number
  readonly lines: number
  readonly storedBytes: number
  readonly tableUnits: number
  readonly feedUnits: number
}

function figuresOf(events: readonly LogEvent[]): Figures {
  const items = events.flatMap((event) => encodeEvent(event).items)
  return {
    events: events.length,
    lines: sum(events.map(({ lines }) => lines.length)),
    storedBytes: sum(items.map(storedBytesOf)),
    tableUnits: sum(items.map(tableUnitsOf)),
    feedUnits: sum(items.map(feedUnitsOf)),
  }
}

function rowOf(name: string, figures: Figures): string {
  const { events, lines, storedBytes, tableUnits, feedUnits } = figures
  const byStorage = FREE_STORAGE_BYTES / (storedBytes / events)
  const byTable = (TABLE_UNITS.write * SECONDS_PER_MONTH) / (tableUnits / events)
  const byFeed = (FEED_UNITS.write * SECONDS_PER_MONTH) / (feedUnits / events)
  const most = Math.min(byStorage, byTable, byFeed)
  const cells = [
    name,
    (lines / events).toFixed(1),
    (storedBytes / events).toFixed(0),
    (storedBytes / lines).toFixed(1),
    ((tableUnits + feedUnits) / events).toFixed(2),
    `${(most / 1e6).toFixed(1)} million`,
    `${((most * (lines / events)) / 1e6).toFixed(0)} million`,
    most === byStorage ? 'storage' : 'writes',
  ]
  return `| ${cells.join(' | ')} |`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

const sink = memorySink()
configure({ sink })
await seedBacklog({ events: EVENTS, days: 30, seed: SEED, now: NOW })

console.log(
  '| domain | lines an event | bytes stored an event | bytes stored a line | write units an event | events a month | lines a month | what binds |',
)
console.log('|---|---|---|---|---|---|---|---|')
for (const prefix of new Set(sink.events.map((event) => event.prefix))) {
  console.log(rowOf(prefix, figuresOf(sink.events.filter((event) => event.prefix === prefix))))
}
console.log(rowOf('all', figuresOf(sink.events)))
