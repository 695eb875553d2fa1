import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
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

const CONNECTIONS = 50
const PROCESS = fileURLToPath(new URL('viewer-process.js', import.meta.url))

export async function crowds(
  table: string,
  paths: Readonly<Record<string, string>>,
  seconds: number,
): Promise<readonly Crowd[]> {
  const child = fork(PROCESS, [table], { execArgv: ['--expose-gc'] })
  const state = async (): Promise<ViewerState> => {
    child.send('tell')
    const [told] = await once(child, 'message')
    const viewerState: ViewerState = told
    return viewerState
  }
  try {
    const { url } = await state()
    for (const path of Object.values(paths)) await crowd(url + path.slice(1), 5)
    const results: Crowd[] = []
    for (const [page, path] of Object.entries(paths)) {
      const before = await state()
      const result = await crowd(url + path.slice(1), seconds)
      const after = await state()
      results.push({
        page,
        requestsPerSecond: result.requests.average,
        p50Ms: result.latency.p50,
        p99Ms: result.latency.p99,
        errors: result.errors + result.timeouts + result.non2xx,
        readUnitsPerSecond: (after.readUnits - before.readUnits) / result.duration,
        heapBefore: before.heapBytes,
        heapAfter: after.heapBytes,
      })
    }
    return results
  } finally {
    const ended = once(child, 'exit')
    child.disconnect()
    await ended
  }
}

async function crowd(url: string, seconds: number): Promise<autocannon.Result> {
  return await autocannon({ url, connections: CONNECTIONS, duration: seconds })
}
