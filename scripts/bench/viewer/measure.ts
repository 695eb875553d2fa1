import { TableReader } from '../../../engine/table/table-reader.ts'
import { startViewer } from '../../../viewer/index.ts'
import type { Crowd } from './crowd.ts'
import { crowds } from './crowd.ts'
import type { InBrowser } from './in-browser.ts'
import { inBrowser } from './in-browser.ts'
import { pageKinds } from './page-kinds.ts'
import type { ServerTime } from './server-time.ts'
import { serverTimes } from './server-time.ts'
import { LAST_MS, longEvent, smallEvent } from './stories.ts'
import { withTables } from './tables.ts'
import type { Weight } from './weights.ts'
import { weightsOf } from './weights.ts'

export interface Figures {
  /** How many events there were in the large table. */
  readonly events: number
  readonly serverTimes: readonly ServerTime[]
  readonly weights: readonly Weight[]
  readonly browser: InBrowser
  readonly crowds: readonly Crowd[]
}

export interface MeasureOptions {
  /** The folder of the tables: those that it has are used, the others made. */
  readonly folder: string
  /** How many events the large table has: twenty thousand at least. */
  readonly events: number
  readonly rounds: number
  /** Of each page, of each table, in a round. */
  readonly requests: number
  readonly crowdSeconds: number
  readonly say: (what: string) => void
}

const TABLE = 'stacktale'
const STORIES = 100
const STORY_LINES = 40
const LONG_STORY_LINES = 5000
const WARM_UP_SECONDS = 5
/** The longest time that a list has a chart of. */
const CHART_MS = 15 * 86_400_000

export async function measureViewer(options: MeasureOptions): Promise<Figures> {
  const { folder, events, rounds, requests, crowdSeconds, say } = options
  const stories = Array.from({ length: STORIES }, (_, number) => longEvent(STORY_LINES, number))
  const long = longEvent(LONG_STORY_LINES, STORIES)
  const setting = { folder, table: TABLE, events, stories: [...stories, long] }
  return await withTables(setting, async ({ endpoints, newest }) => {
    say('The tables are filled')
    const paths = stories.map(pathOf)
    const kinds = pageKinds(newest, paths)
    const times = await serverTimes({ table: TABLE, endpoints, kinds, rounds, requests })
    say('Server times measured')
    const [, endpoint] = endpoints
    const reader = new TableReader({ table: TABLE, endpoint, clock: () => LAST_MS })
    const viewer = await startViewer({ port: 0, reader, clock: () => LAST_MS })
    const [story = '/'] = paths
    const weights = await weightsOf(viewer.url, {
      'list of 100 events': '/',
      'list of 15 days': `/?from=${new Date(LAST_MS - CHART_MS).toISOString()}`,
      'list of one object': `/objects/${smallEvent(0).object}`,
      overview: '/overview',
      cost: '/cost',
      'story of 40 lines': story,
      'story of 5,000 lines': pathOf(long),
    })
    const browser = await inBrowser(new URL(pathOf(long), viewer.url).href)
    await viewer.close()
    say('Weights and browser measured')
    const pages = { list: ['/'], story: [story], 'a hundred stories': paths }
    const crowd = await crowds({
      table: TABLE,
      endpoint,
      pages,
      bound: { duration: crowdSeconds },
      warmUp: { duration: WARM_UP_SECONDS },
    })
    return { events, serverTimes: times, weights, browser, crowds: crowd }
  })
}

function pathOf({ object, timestamp }: { object: string; timestamp: string }): string {
  return `/events/${encodeURIComponent(object)}/${timestamp}`
}
