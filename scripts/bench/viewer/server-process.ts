// A viewer for each database, in one process, so that what the machine and V8 do meets all of them alike.
// They keep no answers, and read without a pace.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { TableReader } from '../../../engine/table/table-reader.ts'
import { createViewer } from '../../../viewer/index.ts'
import { LAST_MS } from './stories.ts'
import { timedClient } from './timed-client.ts'

/** What a page took on the server, in milliseconds. */
export interface Took {
  /** From the request's arrival to the end of the answer, less what the database took of it. */
  readonly own: number
  /** While there was nothing to do but to wait for the database. */
  readonly database: number
}

/** What it answers to `take`. */
export interface ServerReport {
  /** Of each viewer, in the order of the endpoints. */
  readonly urls: readonly string[]
  /** Of the pages since the last report, in their order. */
  readonly took: readonly Took[]
}

const [table = '', ...endpoints] = process.argv.slice(2)
const clock = (): number => LAST_MS
let took: Took[] = []
const urls = await Promise.all(endpoints.map(serve))

process.on('message', () => {
  const report: ServerReport = { urls, took }
  process.send?.(report)
  took = []
})
process.on('disconnect', () => process.exit(0))

async function serve(endpoint: string): Promise<string> {
  const { client, takeMs } = timedClient(endpoint)
  const reader = new TableReader({ table, client, clock })
  const viewer = createViewer({ auth: false, reader, clock })
  const server = createServer((request, response) => {
    const start = performance.now()
    takeMs()
    response.on('finish', () => {
      const database = takeMs()
      took.push({ own: performance.now() - start - database, database })
    })
    viewer(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return urlOf(server.address())
}

function urlOf(address: AddressInfo | string | null): string {
  return typeof address === 'object' ? `http://127.0.0.1:${address?.port}` : ''
}
