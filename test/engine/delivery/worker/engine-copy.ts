import { copyFile, cp, mkdir, symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { TemporaryFolder } from '../../../temporary-folder.ts'
import { fixture } from '../faults/ended-process.ts'

const WORKER = 'dist/engine/delivery/worker/stacktale-worker.js'

/** The package, installed in a folder of its own where its files may be changed, and a program that uses it. */
export class EngineCopy implements AsyncDisposable {
  /** A copy of the fixture `deliver-on-demand`. */
  readonly program: string
  /** The worker's code. */
  readonly worker: string
  readonly #folder: TemporaryFolder

  private constructor(folder: TemporaryFolder) {
    this.#folder = folder
    this.program = join(folder.path, 'program.mjs')
    this.worker = join(folder.path, 'node_modules', 'stacktale', WORKER)
  }

  static async create(): Promise<EngineCopy> {
    const folder = await TemporaryFolder.create()
    const copy = new EngineCopy(folder)
    const modules = join(folder.path, 'node_modules')
    const own = join(modules, 'stacktale')
    await mkdir(own, { recursive: true })
    await copyFile('package.json', join(own, 'package.json'))
    await cp('dist/engine', join(own, 'dist/engine'), { recursive: true })
    const sdk = '@aws-sdk'
    await symlink(resolve('node_modules', sdk), join(modules, sdk), 'junction')
    await copyFile(fixture('deliver-on-demand'), copy.program)
    return copy
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#folder[Symbol.asyncDispose]()
  }
}
