import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { TemporaryFolder } from '../temporary-folder.ts'
import type { PackedPackage } from './packed-package.ts'

const LONGEST_MS = 150_000
const COMPILER = resolve('node_modules', 'typescript', 'bin', 'tsc')

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** An empty project that the package is installed in, with those other packages that it is given. */
export class Project implements AsyncDisposable {
  readonly #folder: TemporaryFolder

  private constructor(folder: TemporaryFolder) {
    this.#folder = folder
  }

  /** @param linked packages that it has, by name, from those installed here */
  static async create(packed: PackedPackage, linked: readonly string[]): Promise<Project> {
    const project = new Project(await TemporaryFolder.create())
    await project.write('package.json', '{ "private": true }')
    await cp(packed.path, join(project.path, 'node_modules', 'stacktale'), { recursive: true })
    for (const name of linked) {
      const place = join(project.path, 'node_modules', name)
      await mkdir(dirname(place), { recursive: true })
      await symlink(resolve('node_modules', name), place, 'junction')
    }
    return project
  }

  get path(): string {
    return this.#folder.path
  }

  async write(file: string, content: string): Promise<void> {
    const path = join(this.path, file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  }

  /** Runs a program of this text in it. */
  async run(file: string, program: string, args: readonly string[] = []): Promise<Ended> {
    await this.write(file, program)
    return await this.#node([file, ...args])
  }

  /** Runs a file that is there already. */
  async runInstalled(file: string, args: readonly string[]): Promise<Ended> {
    return await this.#node([join('node_modules', 'stacktale', file), ...args])
  }

  /** Type-checks programs, all declarations that they reach included. */
  async compile(programs: readonly string[], compilerOptions: object): Promise<Ended> {
    const files = programs.map((_, index) => `program-${index}.mts`)
    for (const [index, file] of files.entries()) await this.write(file, programs[index] ?? '')
    const options = { strict: true, noEmit: true, skipLibCheck: false, types: ['node'] }
    const settings = { compilerOptions: { ...options, ...compilerOptions }, files }
    await this.write('tsconfig.json', JSON.stringify(settings))
    return await this.#node([COMPILER, '--pretty', 'false', '-p', 'tsconfig.json'])
  }

  async #node(args: readonly string[]): Promise<Ended> {
    const child = spawn(process.execPath, args, {
      cwd: this.path,
      env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
      timeout: LONGEST_MS,
      killSignal: 'SIGKILL',
    })
    const ended = once(child, 'close')
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
    const [code] = await ended
    return { code, stdout, stderr }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#folder[Symbol.asyncDispose]()
  }
}
