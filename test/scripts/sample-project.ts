import { spawnSync } from 'node:child_process'
import { appendFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runNode } from './run-script.ts'
import type { ScriptResult } from './run-script.ts'

const SCRIPTS = fileURLToPath(new URL('../../../scripts', import.meta.url))

const PACKAGE = {
  name: 'sample',
  version: '1.0.0',
  devDependencies: { thing: 'file:./thing-1.0.0.tgz' },
}

/** It stands for the real build: it notes each run and what was built. */
const BUILD = `
import { appendFileSync, mkdirSync } from 'node:fs'
import { fingerprintSources, markBuilt } from './build/fingerprint.mjs'
mkdirSync('dist', { recursive: true })
appendFileSync('builds.log', 'built\\n')
markBuilt(fingerprintSources())
`

/** A project with one dependency from a file, prepared by the real scripts. */
export class SampleProject {
  readonly folder: string

  private constructor(folder: string) {
    this.folder = folder
  }

  static async create(folder: string): Promise<SampleProject> {
    const project = new SampleProject(folder)
    for (const source of ['engine', 'viewer', 'scripts', 'test', 'thing']) {
      await mkdir(join(folder, source), { recursive: true })
    }
    for (const part of ['prepare.mjs', 'prepare', 'build']) {
      await cp(join(SCRIPTS, part), join(folder, 'scripts', part), { recursive: true })
    }
    await project.write('scripts/build.mjs', BUILD)
    await project.write('tsconfig.json', '{}')
    await project.write('thing/package.json', '{ "name": "thing", "version": "1.0.0" }')
    await project.write('package.json', JSON.stringify(PACKAGE))
    npm(folder, 'pack', './thing')
    npm(folder, 'install', '--package-lock-only', '--no-audit', '--no-fund')
    return project
  }

  async copyTo(folder: string): Promise<SampleProject> {
    await cp(this.folder, folder, { recursive: true })
    return new SampleProject(folder)
  }

  prepare(env: NodeJS.ProcessEnv = {}, ...nodeOptions: readonly string[]): Promise<ScriptResult> {
    return runNode(this.folder, [...nodeOptions, 'scripts/prepare.mjs'], env)
  }

  read(file: string): Promise<string> {
    return readFile(join(this.folder, file), 'utf8')
  }

  async write(file: string, content: string): Promise<void> {
    await mkdir(dirname(join(this.folder, file)), { recursive: true })
    await writeFile(join(this.folder, file), content)
  }

  async append(file: string, content: string): Promise<void> {
    await appendFile(join(this.folder, file), content)
  }

  async countBuilds(): Promise<number> {
    return (await this.read('builds.log')).trim().split('\n').length
  }
}

function npm(folder: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync('npm', args, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(stderr)
}
