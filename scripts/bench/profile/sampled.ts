import { Session } from 'node:inspector/promises'
import type { Profiler } from 'node:inspector'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A function's share of the time, itself alone. */
export interface HotFunction {
  readonly name: string
  readonly where: string
  readonly share: number
}

const SAMPLING_US = 100

/** Runs work under V8's sampling profiler. @returns the functions that took most, first */
export async function hotFunctions(work: () => Promise<void>): Promise<readonly HotFunction[]> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: SAMPLING_US })
  await session.post('Profiler.start')
  await work()
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  return byShare(profile)
}

function byShare({ nodes }: Profiler.Profile): readonly HotFunction[] {
  const total = nodes.reduce((sum, { hitCount = 0 }) => sum + hitCount, 0)
  const hits = new Map<string, HotFunction>()
  for (const { callFrame, hitCount = 0 } of nodes) {
    const name = callFrame.functionName || '(anonymous)'
    const where = placeOf(callFrame)
    const key = `${name} ${where}`
    const share = (hits.get(key)?.share ?? 0) + hitCount / total
    hits.set(key, { name, where, share })
  }
  return [...hits.values()].toSorted((a, b) => b.share - a.share)
}

function placeOf({ url, lineNumber }: Profiler.Profile['nodes'][number]['callFrame']): string {
  if (url === '') return ''
  const path = url.startsWith('file:') ? relative('.', fileURLToPath(url)) : url
  return `${path}:${lineNumber + 1}`
}
