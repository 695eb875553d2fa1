import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { TemporaryFolder } from '../temporary-folder.ts'
import { SampleProject } from './sample-project.ts'

const INSTALLING = /^Installing dependencies \(about 20 seconds\)…$/m
const NOTHING = { code: 0, stdout: '', stderr: '' }

describe('prepare', () => {
  let parent: TemporaryFolder
  let fresh: SampleProject
  let project: SampleProject
  let copies = 0

  before(async () => {
    parent = await TemporaryFolder.create()
    fresh = await SampleProject.create(join(parent.path, 'fresh'))
  })
  beforeEach(async () => {
    copies += 1
    project = await fresh.copyTo(join(parent.path, `project ${copies}`))
  })
  after(async () => {
    await parent[Symbol.asyncDispose]()
  })

  it('installs and builds in a fresh folder, in one line, and does nothing the next time', async () => {
    const first = await project.prepare()
    assert.deepEqual(first, {
      code: 0,
      stdout: 'Installing dependencies (about 20 seconds)…\n',
      stderr: '',
    })
    assert.match(await project.read('node_modules/thing/package.json'), /1\.0\.0/)
    assert.deepEqual(await project.prepare(), NOTHING)
    assert.equal(await project.countBuilds(), 1)
  })

  it('builds, and only that, when a source changed', async () => {
    await project.prepare()
    await project.write('engine/new.ts', 'export {}')
    assert.deepEqual(await project.prepare(), NOTHING)
    assert.equal(await project.countBuilds(), 2)
  })

  it('installs again when node_modules is from another package-lock.json', async () => {
    await project.prepare()
    const installed = await project.read('node_modules/.package-lock.json')
    await project.write(
      'node_modules/.package-lock.json',
      installed.replace(/"integrity": "[^"]*"/, '"integrity": "sha512-other"'),
    )
    assert.match((await project.prepare()).stdout, INSTALLING)
    assert.deepEqual(await project.prepare(), NOTHING)
  })

  it('installs again when node_modules is from another platform', async () => {
    await project.prepare()
    const installed = await project.read('node_modules/.package-lock.json')
    await project.write(
      'node_modules/.package-lock.json',
      installed.replace('"integrity"', '"os": ["elsewhere"], "integrity"'),
    )
    assert.match((await project.prepare()).stdout, INSTALLING)
    assert.deepEqual(await project.prepare(), NOTHING)
  })

  it('accepts what npm ci has installed by itself', async () => {
    const npmCi = spawnSync('npm ci', { cwd: project.folder, shell: true })
    assert.equal(npmCi.status, 0)
    assert.deepEqual(await project.prepare(), NOTHING)
  })

  it('installs everything whatever settings an outer npm hands down', async () => {
    const result = await project.prepare({
      npm_config_dry_run: 'true',
      npm_config_global: 'true',
      npm_config_omit: 'dev',
      npm_config_package_lock: 'false',
      npm_config_package_lock_only: 'true',
      NODE_ENV: 'production',
    })
    assert.equal(result.code, 0, result.stderr)
    assert.match(await project.read('node_modules/thing/package.json'), /1\.0\.0/)
    assert.deepEqual(await project.prepare(), NOTHING)
  })

  it('shows the whole error when the installation fails', async () => {
    await rm(join(project.folder, 'thing-1.0.0.tgz'))
    const result = await project.prepare({ npm_config_cache: join(project.folder, 'cache') })
    assert.equal(result.code, 1)
    assert.match(result.stderr, /ENOENT.*thing-1\.0\.0\.tgz/s)
  })

  it('lets one of several that start at once do the work', async () => {
    const results = await Promise.all([project.prepare(), project.prepare(), project.prepare()])
    assert.deepEqual(
      results.map(({ code }) => code),
      [0, 0, 0],
    )
    assert.equal(results.filter(({ stdout }) => INSTALLING.test(stdout)).length, 1)
    assert.equal(await project.countBuilds(), 1)
  })

  it('does not wait for one that was killed', async () => {
    const { pid } = spawnSync(process.execPath, ['--version'])
    await project.write('.stacktale/prepare.lock', String(pid))
    assert.equal((await project.prepare()).code, 0)
  })

  it('fails when the build fails', async () => {
    await project.append('scripts/build.mjs', 'process.exitCode = 3')
    assert.equal((await project.prepare()).code, 3)
  })

  it('refuses a Node that is too old', async () => {
    const result = await project.prepare({}, ...pretend('20.18.3'))
    assert.equal(result.code, 1)
    assert.match(result.stderr, /^stacktale needs Node 20\.19 or newer, this is v20\.18\.3 \(/)
    assert.equal((await project.prepare({}, ...pretend('22.0.0'))).code, 0)
  })

  it('works from any folder', () => {
    const script = join(project.folder, 'scripts/prepare.mjs')
    assert.equal(spawnSync(process.execPath, [script], { cwd: parent.path }).status, 0)
    assert.equal(existsSync(join(project.folder, 'node_modules')), true)
  })
})

/** Options of a Node that takes itself for another version. */
function pretend(version: string): readonly string[] {
  const code =
    `Object.defineProperty(process, 'version', { value: 'v${version}' });` +
    `Object.defineProperty(process.versions, 'node', { value: '${version}' })`
  return ['--import', `data:text/javascript,${code}`]
}
