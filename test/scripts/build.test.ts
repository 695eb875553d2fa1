import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { TemporaryFolder } from '../temporary-folder.ts'
import { runNode } from './run-script.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

const SOURCES = {
  'engine/index.ts': 'export const answer = 42\n',
  'viewer/index.ts': "export { answer } from 'stacktale'\n",
  'viewer/views/page.ejs': '<p><%= answer %></p>\n',
  'viewer/public/page.css': 'p {}\n',
  'scripts/tool.ts': 'export {}\n',
  'test/index.test.ts': 'export {}\n',
}

describe('build', () => {
  let folder: TemporaryFolder

  beforeEach(async () => {
    folder = await TemporaryFolder.create()
    for (const [file, content] of Object.entries(SOURCES)) await write(file, content)
    for (const part of ['package.json', 'package-lock.json', 'tsconfig.json']) await copy(part)
    for (const part of ['scripts/build.mjs', 'scripts/build', 'scripts/prepare']) await copy(part)
    await symlink(join(ROOT, 'node_modules'), join(folder.path, 'node_modules'), 'junction')
  })
  afterEach(async () => {
    await folder[Symbol.asyncDispose]()
  })

  it('compiles, the own package name included, and copies templates and assets', async () => {
    assert.deepEqual(await build(), { code: 0, stdout: '', stderr: '' })
    const viewer = await import(join(folder.path, 'dist/viewer/index.js'))
    assert.equal(viewer.answer, 42)
    for (const file of ['viewer/views/page.ejs', 'viewer/public/page.css', 'engine/index.d.ts']) {
      assert.equal(existsSync(join(folder.path, 'dist', file)), true, file)
    }
  })

  it('leads from what it compiled back to the sources', async () => {
    await build()
    const map = join(folder.path, 'dist/engine/index.js.map')
    const [source] = JSON.parse(await readFile(map, 'utf8')).sources
    assert.equal(join(dirname(map), source), join(folder.path, 'engine/index.ts'))
  })

  it('removes what has no source any more, and leaves nothing else behind', async () => {
    await build()
    await rm(join(folder.path, 'scripts/tool.ts'))
    await rm(join(folder.path, 'viewer/public/page.css'))
    await mkdir(join(folder.path, 'dist.tmp-999999999'))
    await build()
    const built = await readdir(join(folder.path, 'dist'), { recursive: true })
    assert.deepEqual(
      built.filter((file) => /tool|page\.css/.test(file)),
      [],
    )
    const left = (await readdir(folder.path)).filter((name) => name.startsWith('dist'))
    assert.deepEqual(left, ['dist'])
  })

  it('reports errors, fails, and does not count as built', async () => {
    await write('engine/index.ts', 'export const answer: string = 42\n')
    const { code, stdout } = await build()
    assert.notEqual(code, 0)
    assert.match(stdout, /engine\/index\.ts.*error TS2322/)
    assert.equal(existsSync(join(folder.path, 'dist/.fingerprint')), false)
  })

  it('never shows half a program to one that is starting', async () => {
    await build()
    const builds = Promise.all([build(), build(), build()])
    const entry = join(folder.path, 'dist/viewer/index.js')
    const outcomes = []
    for (let run = 0; run < 5; run += 1) outcomes.push(await runNode(folder.path, [entry]))
    await builds
    assert.deepEqual(
      outcomes.map(({ code }) => code),
      [0, 0, 0, 0, 0],
    )
  })

  async function build(): ReturnType<typeof runNode> {
    return runNode(folder.path, ['scripts/build.mjs'])
  }

  async function copy(part: string): Promise<void> {
    await cp(join(ROOT, part), join(folder.path, part), { recursive: true })
  }

  async function write(file: string, content: string): Promise<void> {
    await mkdir(dirname(join(folder.path, file)), { recursive: true })
    await writeFile(join(folder.path, file), content)
  }
})
