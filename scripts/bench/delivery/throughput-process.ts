// Stores events in one way, many times, and prints what each round took as JSON.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { BatchWriteCommand, DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
import { configure, flush } from 'stacktale'
import type { LogEvent } from 'stacktale'
import { createTable } from 'stacktale/table'
import { captureStories } from 'stacktale/testing'
import { SeededRandom } from '../../demo/workouts/seeded-random.ts'
import { cpuTimeNs } from '../cpu-stopwatch.ts'
import { openEvents } from './events.ts'
import { mainThreadNs } from './thread-time.ts'
import type { Throughput, Way } from './throughput.ts'

const NS_PER_MS = 1e6
/** A batch, after which the event loop turns. */
const TOGETHER = 25

const { way, events, rounds }: { way: Way; events: number; rounds: number } = JSON.parse(
  process.argv[2] ?? '{}',
)
const table = `bench-${process.pid}`
const random = new SeededRandom(1)
let key = 0
const client = DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 1 }))

await createTable({ table })
configure({ table, depth: false, worker: way !== 'inline', queueBytes: 1024 ** 3 })
const measured: Throughput[] = []
for (let round = 0; round < rounds; round += 1) measured.push(await measure())
client.destroy()
process.stdout.write(JSON.stringify(measured))

async function measure(): Promise<Throughput> {
  const store = await prepared()
  await turn()
  const before = { ms: performance.now(), cpu: cpuTimeNs(), main: mainThreadNs() }
  await store()
  const after = { ms: performance.now(), cpu: cpuTimeNs(), main: mainThreadNs() }
  const mainNs = (after.main ?? Number.NaN) - (before.main ?? Number.NaN)
  return {
    eventsPerSecond: (events / (after.ms - before.ms)) * 1000,
    cpuMs: (after.cpu - before.cpu) / NS_PER_MS / events,
    mainCpuMs: mainNs / NS_PER_MS / events,
  }
}

/** Everything that is not storing is done before. */
async function prepared(): Promise<() => Promise<void>> {
  if (way === 'worker' || way === 'inline') {
    const loggers = openEvents(events, random)
    return async () => {
      for (const [index, log] of loggers.entries()) {
        void log.commit()
        if (index % TOGETHER === TOGETHER - 1) await turn()
      }
      await flush({ timeoutMs: 120_000 })
    }
  }
  const stories = await captureStories(() => {
    for (const log of openEvents(events, random)) void log.commit()
  })
  return way === 'puts' ? () => putEach(stories) : () => putLines(stories)
}

/** The essay's own way: an item an event, its text as it is, one put after the other. */
async function putEach(stories: readonly LogEvent[]): Promise<void> {
  for (const { object, text } of stories) {
    const Item = { object, timestamp: nextKey(), message: text }
    await client.send(new PutCommand({ TableName: table, Item }))
  }
}

/** An item a line, as many in a request as DynamoDB takes. */
async function putLines(stories: readonly LogEvent[]): Promise<void> {
  const lines = stories.flatMap(({ object, lines: all }) =>
    all.map(({ text }) => ({ object, timestamp: nextKey(), message: text })),
  )
  for (let at = 0; at < lines.length; at += TOGETHER) {
    const puts = lines.slice(at, at + TOGETHER).map((Item) => ({ PutRequest: { Item } }))
    await client.send(new BatchWriteCommand({ RequestItems: { [table]: puts } }))
  }
}

function nextKey(): number {
  key += 1
  return key
}

async function turn(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve)
  })
}
