import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { askedProcess } from './asked-process.ts'
import type { ViewerState } from './viewer-process.ts'

/** What 50 readers at a time do to a viewer that asks for no more than its share of read units. */
export interface Crowd {
  readonly page: string
  readonly requestsPerSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Answers that were none, or that said something else than 200. */
  readonly errors: number
  readonly readUnitsPerSecond: number
  readonly heapBefore: number
  readonly heapAfter: number
}

/** Seconds, or a number of requests. */
type Bound = { readonly duration: number } | { readonly amount: number }

export interface CrowdOptions {
  readonly table: string
  readonly endpoint: string
  /** The paths that are asked for in turn, by the name of the page. */
  readonly pages: Readonly<Record<string, readonly string[]>>
  readonly bound: Bound
  /** Before it counts. */
  readonly warmUp: Bound
  /** Default: 50. */
  readonly connections?: number
}

const PROCESS = fileURLToPath(new URL('viewer-process.js', import.meta.url))
const AS_A_BROWSER = { 'accept-encoding': 'gzip, deflate, br' }

export async function crowds(options: CrowdOptions): Promise<readonly Crowd[]> {
  const { table, endpoint, pages, bound, warmUp, connections = 50 } = options
  await using viewer = askedProcess<ViewerState>(PROCESS, [table, endpoint], ['--expose-gc'])
  const results: Crowd[] = []
  for (const [page, paths] of Object.entries(pages)) {
    const run = async (until: Bound): Promise<autocannon.Result> =>
      await autocannon({
        url: (await viewer.ask()).url,
        requests: paths.map((path) => ({ path, headers: AS_A_BROWSER })),
        connections,
        ...until,
      })
    await run(warmUp)
    const before = await viewer.ask()
    const result = await run(bound)
    const after = await viewer.ask()
    results.push({
      page,
      requestsPerSecond: result.requests.average,
      p50Ms: result.latency.p50,
      p99Ms: result.latency.p99,
      errors: result.errors + result.non2xx,
      readUnitsPerSecond: (after.readUnits - before.readUnits) / result.duration,
      heapBefore: before.heapBytes,
      heapAfter: after.heapBytes,
    })
  }
  return results
}
