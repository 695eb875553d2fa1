import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LogEvent } from '../../../engine/event.ts'
import { DynamoDbSink } from '../../../engine/sinks/dynamodb-sink.ts'
import { createTable } from '../../../engine/table/create-table.ts'
import { TableReader } from '../../../engine/table/table-reader.ts'
import { startViewer } from '../../../viewer/index.ts'
import { startEmbeddedDynamo } from '../../embedded/embedded-dynamo.ts'
import { useLocalAws } from '../../start/local-aws.ts'
import { jsonOf } from '../delivery/child.ts'
import type { Crowd } from './crowd.ts'
import { crowds } from './crowd.ts'
import type { InBrowser } from './in-browser.ts'
import { inBrowser } from './in-browser.ts'
import type { ServerTime } from './server-time.ts'
import { serverTimes } from './server-time.ts'
import { LAST_MS, longEvent, PREFIXES, smallEvent } from './stories.ts'
import type { Weight } from './weights.ts'
import { weightsOf } from './weights.ts'

export interface Figures {
  /** By how many events there were. */
  readonly serverTimes: ReadonlyMap<number, readonly ServerTime[]>
  readonly weights: readonly Weight[]
  readonly browser: InBrowser
  readonly crowds: readonly Crowd[]
}

export interface MeasureOptions {
  /** The folder of the tables: those that it has are used, the others made. */
  readonly folder: string
  /** How many events the table has, one measurement after the other. */
  readonly sizes: readonly number[]
  readonly requests: number
  readonly crowdSeconds: number
  readonly say: (what: string) => void
}

const TABLE = 'stacktale'
const STORIES = 100
const STORY_LINES = 40
const LONG_STORY_LINES = 5000
const LOAD = fileURLToPath(new URL('load-process.js', import.meta.url))

export async function measureViewer(options: MeasureOptions): Promise<Figures> {
  const { folder, sizes, requests, crowdSeconds, say } = options
  const stories = Array.from({ length: STORIES }, (_, number) => longEvent(STORY_LINES, number))
  const paths = stories.map(pathOf)
  const longPath = pathOf(longEvent(LONG_STORY_LINES, STORIES))
  const times = new Map<number, readonly ServerTime[]>()
  let last: Omit<Figures, 'serverTimes'> | undefined
  for (const events of sizes) {
    const path = join(folder, String(events))
    if (!existsSync(path)) await fill(path, events, stories)
    say(`A table of ${events} events`)
    await withDatabase(path, async (endpoint) => {
      times.set(
        events,
        await serverTimes({ endpoint, table: TABLE, events, stories: paths, requests }),
      )
      say('Server times measured')
      if (events !== sizes.at(-1)) return
      const reader = new TableReader({ table: TABLE, endpoint })
      const viewer = await startViewer({ port: 0, reader, clock: () => LAST_MS })
      const [story = '/'] = paths
      const weights = await weightsOf(viewer.url, {
        'list of 100 events': '/',
        'story of 40 lines': story,
        'story of 5,000 lines': longPath,
      })
      const browser = await inBrowser(new URL(longPath, viewer.url).href)
      await viewer.close()
      say('Weights and browser measured')
      const crowd = await crowds(TABLE, { list: '/', story }, crowdSeconds)
      last = { weights, browser, crowds: crowd }
    })
  }
  if (last === undefined) throw new RangeError('There is no size to measure.')
  return { serverTimes: times, ...last }
}

async function fill(path: string, events: number, stories: readonly LogEvent[]): Promise<void> {
  await withDatabase(path, async (endpoint) => {
    await createTable({ table: TABLE, endpoint })
    const sink = new DynamoDbSink({ table: TABLE, endpoint })
    for (const event of stories) await sink.write(event)
    await sink.write(longEvent(LONG_STORY_LINES, STORIES))
    for (const index of PREFIXES.keys()) await sink.write(smallEvent(index))
  })
  await jsonOf(LOAD, { path, table: TABLE, from: 0, events })
}

async function withDatabase(path: string, use: (endpoint: string) => Promise<void>): Promise<void> {
  const database = await startEmbeddedDynamo({ path })
  try {
    useLocalAws(process.env, database.endpoint, 'nowhere')
    await use(database.endpoint)
  } finally {
    await database.stop()
  }
}

function pathOf({ object, timestamp }: { object: string; timestamp: string }): string {
  return `/events/${encodeURIComponent(object)}/${timestamp}`
}
