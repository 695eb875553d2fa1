import { createServer } from 'node:http'
import { once } from 'node:events'
import { TableReader } from '../../../engine/table/table-reader.ts'
import { createViewer } from '../../../viewer/index.ts'
import { quantile } from '../quantile.ts'
import { LAST_MS, SPACING_MS } from './stories.ts'
import { timedClient } from './timed-client.ts'

/** What one kind of page took on the server, in milliseconds. */
export interface ServerTime {
  readonly page: string
  readonly own: Quantiles
  readonly database: Quantiles
  readonly readUnits: number
}

interface Quantiles {
  readonly p50: number
  readonly p95: number
}

export interface ServerTimeOptions {
  readonly endpoint: string
  readonly table: string
  readonly events: number
  /** Addresses of stories of an ordinary length. */
  readonly stories: readonly string[]
  readonly requests: number
}

const WARM_UP = 60
const READ_UNITS = /cost <strong>([\d.,]+) read units?</

/**
 * Asks for pages one after the other, no two alike, of a viewer that keeps no answer, and takes the
 * time from a request's arrival to the end of its answer, less the time in which the database was at work.
 */
export async function serverTimes(options: ServerTimeOptions): Promise<readonly ServerTime[]> {
  const { client, takeMs } = timedClient(options.endpoint)
  const reader = new TableReader({ table: options.table, client })
  const viewer = createViewer({ auth: false, reader, clock: () => LAST_MS })
  let took = { own: 0, database: 0 }
  const server = createServer((request, response) => {
    const start = performance.now()
    takeMs()
    response.on('finish', () => {
      const database = takeMs()
      took = { own: performance.now() - start - database, database }
    })
    viewer(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const times: ServerTime[] = []
  try {
    for (const [page, pathAt] of pagesOf(options)) {
      const taken: (typeof took)[] = []
      let readUnits = 0
      for (let count = -WARM_UP; count < options.requests; count += 1) {
        const response = await fetch(`http://127.0.0.1:${port}${pathAt(count + WARM_UP)}`)
        const body = await response.text()
        if (!response.ok) throw new Error(`${page}: ${response.status} ${body.slice(0, 2000)}`)
        if (count < 0) continue
        taken.push(took)
        readUnits += Number(READ_UNITS.exec(body)?.[1] ?? 0)
      }
      times.push({
        page,
        own: quantilesOf(taken.map(({ own }) => own)),
        database: quantilesOf(taken.map(({ database }) => database)),
        readUnits: readUnits / options.requests,
      })
    }
  } finally {
    server.close()
    server.closeAllConnections()
    client.destroy()
  }
  return times
}

type PathAt = (count: number) => string

function pagesOf({ events, stories }: ServerTimeOptions): readonly (readonly [string, PathAt])[] {
  const spread = events * SPACING_MS * 0.5
  const timeAt = (count: number): string =>
    new Date(LAST_MS - Math.floor(((count * 0.618034) % 1) * spread)).toISOString()
  return [
    ['list of all prefixes', (count) => `/?to=${timeAt(count)}`],
    ['list of one prefix', (count) => `/?prefix=order&to=${timeAt(count)}`],
    ['list of warnings', (count) => `/?level=warn&prefix=order&to=${timeAt(count)}`],
    ['list of one object', (count) => `/objects/order_${(count * 7919 * 5 + 7919) % 20_000}`],
    ['story of 40 lines', (count) => stories[count % stories.length] ?? ''],
  ]
}

function quantilesOf(numbers: readonly number[]): Quantiles {
  return { p50: quantile(numbers, 0.5), p95: quantile(numbers, 0.95) }
}
