import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { FoundNode } from '../nodes.ts'
import { importTimes } from './import-times.ts'
import { installedSize } from './installed-size.ts'
import type { InstalledSize, PackageCost } from './package-cost.ts'

const run = promisify(execFile)

const OURS = 'stacktale'
const NAMES: readonly string[] = [OURS, 'pino', 'winston', 'evlog']
/** How many processes import each. */
const ROUNDS = 15
const QUICK_ROUNDS = 3

/** What ours and the others cost before anything is logged. */
export async function packageCosts(
  nodes: readonly FoundNode[],
  isQuick: boolean,
): Promise<readonly PackageCost[]> {
  const times = new Map<string, ReadonlyMap<string, number>>()
  for (const { version, path } of nodes) {
    times.set(version, await importTimes(path, NAMES, isQuick ? QUICK_ROUNDS : ROUNDS))
  }
  return await Promise.all(
    NAMES.map(async (name) => ({
      name,
      imports: [...times].map(([node, msOf]) => ({ node, ms: msOf.get(name) ?? Number.NaN })),
      size: await sizeOf(name),
    })),
  )
}

async function sizeOf(name: string): Promise<InstalledSize> {
  if (name === OURS) return await installedSize('.', await packedBytes())
  return await installedSize(join('node_modules', name))
}

/** The size of the files that the package ships. */
async function packedBytes(): Promise<number> {
  const options = ['--dry-run', '--ignore-scripts', '--json']
  const { stdout } = await run('npm', ['pack', ...options], {
    maxBuffer: Infinity,
    shell: process.platform === 'win32',
  })
  const [{ unpackedSize }]: readonly [{ readonly unpackedSize: number }] = JSON.parse(stdout)
  return unpackedSize
}
