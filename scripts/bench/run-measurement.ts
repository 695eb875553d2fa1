import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Results } from './result.ts'

const ENTRY = fileURLToPath(new URL('./measure-process.js', import.meta.url))

/** Measures on the given Node, in a process of its own. */
export async function runMeasurement(nodePath: string, isQuick: boolean): Promise<Results> {
  const child = spawn(nodePath, ['--expose-gc', ENTRY, ...(isQuick ? ['--quick'] : [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  if (code !== 0) throw new Error(`The measurement on ${nodePath} ended with code ${String(code)}.`)
  const results: Results = JSON.parse(output)
  return results
}
