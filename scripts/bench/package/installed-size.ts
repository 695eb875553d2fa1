import { lstat, readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { InstalledSize } from './package-cost.ts'

const SDK = '@aws-sdk/'

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
}

/**
 * What a package takes on the disk, together with its production dependencies, each counted once.
 * Peers are the application's own choice, and do not count.
 *
 * @param folder where the package is
 * @param ownBytes the package's own size, where it is not what the folder takes
 */
export async function installedSize(folder: string, ownBytes?: number): Promise<InstalledSize> {
  const own = ownBytes ?? (await sizeOf(folder))
  const all = await dependenciesOf(folder, () => true)
  const withoutSdk = await dependenciesOf(folder, (name) => !name.startsWith(SDK))
  const dependencyBytes = await sum(all)
  return {
    ownBytes: own,
    totalBytes: own + dependencyBytes,
    sdkBytes: dependencyBytes - (await sum(withoutSdk)),
  }
}

/** The folders of everything that a package depends on, directly or not. */
async function dependenciesOf(
  folder: string,
  isFollowed: (name: string) => boolean,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const ahead = [folder]
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    const manifest: Manifest = JSON.parse(await readFile(join(next, 'package.json'), 'utf8'))
    for (const name of Object.keys(manifest.dependencies ?? {}).filter(isFollowed)) {
      const dependency = await resolveFrom(next, name)
      if (found.has(dependency)) continue
      found.add(dependency)
      ahead.push(dependency)
    }
  }
  return found
}

/** Where Node finds a package: in the nearest `node_modules` that has it. */
async function resolveFrom(folder: string, name: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    const candidate = join(at, 'node_modules', name)
    if (await isThere(join(candidate, 'package.json'))) return candidate
    if (at === dirname(at)) throw new Error(`${name}, which ${folder} needs, is not installed.`)
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined
}

async function sum(folders: ReadonlySet<string>): Promise<number> {
  let bytes = 0
  for (const folder of folders) bytes += await sizeOf(folder)
  return bytes
}

/** Without the packages that are installed within it: they count where they are needed. */
async function sizeOf(folder: string): Promise<number> {
  let bytes = 0
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isFile()) bytes += (await lstat(path)).size
    else if (entry.isDirectory() && entry.name !== 'node_modules') bytes += await sizeOf(path)
  }
  return bytes
}
