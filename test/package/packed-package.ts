import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { TemporaryFolder } from '../temporary-folder.ts'

const run = promisify(execFile)

/** What its package.json says, as far as the tests ask. */
export interface Manifest {
  readonly version: string
  readonly files: readonly string[]
  readonly bin: Readonly<Record<string, string>>
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly peerDependencies: Readonly<Record<string, string>>
}

/** The package as it would be published, unpacked. */
export class PackedPackage implements AsyncDisposable {
  readonly #folder: TemporaryFolder
  readonly manifest: Manifest
  /** All that it ships, with forward slashes. */
  readonly files: readonly string[]

  private constructor(folder: TemporaryFolder, manifest: Manifest, files: readonly string[]) {
    this.#folder = folder
    this.manifest = manifest
    this.files = files
  }

  /** Packs what was built last. */
  static async create(): Promise<PackedPackage> {
    const folder = await TemporaryFolder.create()
    const options = ['--ignore-scripts', '--json', '--pack-destination', folder.path]
    const { stdout } = await run('npm', ['pack', ...options], {
      cwd: resolve('.'),
      maxBuffer: Infinity,
      shell: process.platform === 'win32',
    })
    const [packed] = JSON.parse(stdout)
    await run('tar', ['-xzf', String(packed.filename)], { cwd: folder.path })
    const path = join(folder.path, 'package')
    const manifest: Manifest = JSON.parse(await readFile(join(path, 'package.json'), 'utf8'))
    return new PackedPackage(folder, manifest, await filesBelow(path))
  }

  get path(): string {
    return join(this.#folder.path, 'package')
  }

  /** What a program imports: all entries but package.json. */
  get entries(): readonly string[] {
    return Object.keys(this.manifest.exports)
      .filter((entry) => entry !== './package.json')
      .map((entry) => `stacktale${entry.slice(1)}`)
  }

  /** What package.json promises to be there, in exports and bin. */
  get promised(): readonly string[] {
    const { exports, bin } = this.manifest
    const targets = Object.values(exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    )
    return [...targets, ...Object.values(bin)].map((path) => path.replace(/^\.\//, ''))
  }

  async text(file: string): Promise<string> {
    return await readFile(join(this.path, file), 'utf8')
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#folder[Symbol.asyncDispose]()
  }
}

async function filesBelow(path: string): Promise<readonly string[]> {
  const found = await readdir(path, { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
}
