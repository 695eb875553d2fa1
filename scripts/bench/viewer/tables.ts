import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LogEvent } from '../../../engine/event.ts'
import { DynamoDbSink } from '../../../engine/sinks/dynamodb-sink.ts'
import { createTable } from '../../../engine/table/create-table.ts'
import { startEmbeddedDynamo } from '../../embedded/embedded-dynamo.ts'
import { useLocalAws } from '../../start/local-aws.ts'
import { jsonOf } from '../delivery/child.ts'
import { ERA, PREFIXES, smallEvent } from './stories.ts'

export interface TablesOptions {
  readonly folder: string
  readonly table: string
  /** How many events the large table has. */
  readonly events: number
  /** Events that both tables have beside those. */
  readonly stories: readonly LogEvent[]
}

/** Two tables: the large one has the events of the small one, with others before them and after. */
export interface Tables {
  readonly endpoints: readonly [small: string, large: string]
  /** The place of the small table's newest event, counted from the end. */
  readonly newest: number
}

/** Some events, by their place from the end. */
interface Part {
  readonly from: number
  readonly events: number
}

const LOAD = fileURLToPath(new URL('load-process.js', import.meta.url))

export async function withTables<Value>(
  options: TablesOptions,
  use: (tables: Tables) => Promise<Value>,
): Promise<Value> {
  const { events } = options
  const newest = Math.floor(events / 2 / ERA) * ERA
  const small = await filled({ from: newest, events: ERA }, options)
  const large = await filled({ from: 0, events }, options)
  return await withDatabase(small, async (smallEndpoint) =>
    withDatabase(large, async (largeEndpoint) =>
      use({ endpoints: [smallEndpoint, largeEndpoint], newest }),
    ),
  )
}

async function filled(part: Part, { folder, table, stories }: TablesOptions): Promise<string> {
  const path = join(folder, `${part.from}-${part.from + part.events}`)
  if (existsSync(path)) return path
  await withDatabase(path, async (endpoint) => {
    await createTable({ table, endpoint })
    const sink = new DynamoDbSink({ table, endpoint })
    for (const event of stories) await sink.write(event)
    for (const index of PREFIXES.keys()) await sink.write(smallEvent(part.from + index))
  })
  await jsonOf(LOAD, { path, table, ...part })
  return path
}

async function withDatabase<Value>(
  path: string,
  use: (endpoint: string) => Promise<Value>,
): Promise<Value> {
  const database = await startEmbeddedDynamo({ path })
  try {
    useLocalAws(process.env, database.endpoint, 'nowhere')
    return await use(database.endpoint)
  } finally {
    await database.stop()
  }
}
