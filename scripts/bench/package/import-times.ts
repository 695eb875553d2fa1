import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { median } from '../quantile.ts'

const EMPTY = ''

/**
 * How long each package takes to be imported, in milliseconds: the median of processes that import it
 * and end, less the median of those that do nothing. They take turns, so that what disturbs the machine
 * for a while disturbs all alike.
 *
 * @param names packages that can be imported from the working folder
 */
export async function importTimes(
  nodePath: string,
  names: readonly string[],
  rounds: number,
): Promise<ReadonlyMap<string, number>> {
  const programs = [EMPTY, ...names.map((name) => `import(${JSON.stringify(name)})`)]
  const timings = programs.map((program) => ({ program, times: new Array<number>() }))
  for (const { program } of timings) await runMs(nodePath, program)
  for (let round = 0; round < rounds; round += 1) {
    for (const { program, times } of timings) times.push(await runMs(nodePath, program))
  }
  const [emptyMs = Number.NaN, ...importMs] = timings.map(({ times }) => median(times))
  return new Map(names.map((name, index) => [name, (importMs[index] ?? Number.NaN) - emptyMs]))
}

/** From the start of a process to its end. */
async function runMs(nodePath: string, program: string): Promise<number> {
  const startedAt = performance.now()
  const child = spawn(nodePath, ['-e', program], { stdio: ['ignore', 'ignore', 'inherit'] })
  const [code] = await once(child, 'exit')
  const elapsedMs = performance.now() - startedAt
  if (code !== 0) throw new Error(`\`${program}\` on ${nodePath} ended with code ${String(code)}.`)
  return elapsedMs
}
