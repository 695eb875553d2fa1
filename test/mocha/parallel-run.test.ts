import assert from 'node:assert/strict'
import { readdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { ScriptResult } from '../scripts/run-script.ts'
import { runNode } from '../scripts/run-script.ts'
import { TemporaryFolder } from '../temporary-folder.ts'

const MOCHA = resolve('node_modules/mocha/bin/mocha.js')

function here(file: string): string {
  return join(import.meta.dirname, file)
}

/** Runs files in two jobs, each of them with the same tests. */
async function runFiles(
  folder: string,
  files: number,
  tests: string,
  env: NodeJS.ProcessEnv = {},
): Promise<ScriptResult> {
  const code = `
    import assert from 'node:assert/strict'
    import { spawnSync } from 'node:child_process'
    import { note } from ${JSON.stringify(here('note.js'))}
    import { tableForTest } from ${JSON.stringify(here('../engine/table/table-for-test.js'))}
    ${tests}`
  const names = Array.from({ length: files }, (_, number) => join(folder, `${number}.mjs`))
  await Promise.all(names.map(async (name) => await writeFile(name, code)))
  const options = ['--no-config', '--parallel', '--jobs', '2', '--timeout', '60000']
  const ours = ['--require', here('root-hooks.js'), '--reporter', here('reporter.js')]
  return await runNode('.', [MOCHA, ...options, ...ours, ...names], {
    MOCHA_WORKER_ID: undefined,
    NODE_V8_COVERAGE: undefined,
    ...env,
  })
}

describe('a run of tests in two jobs', () => {
  it('shares a database among the files of a job', async () => {
    await using folder = await TemporaryFolder.create()
    const { code, stdout } = await runFiles(
      folder.path,
      3,
      "it('makes a table', async () => { await tableForTest() })",
    )
    assert.match(stdout, /^3 passed, 0 failed$/m, stdout)
    assert.equal(code, 0)
  })

  it('says all of what failed: causes, values that JSON lacks, and notes', async () => {
    await using folder = await TemporaryFolder.create()
    const { code, stdout } = await runFiles(
      folder.path,
      1,
      `it('passes', () => note('said by a test that passes'))
       it('has causes', () => {
         note('seed 42')
         const inner = new TypeError('inner', { cause: new RangeError('innermost') })
         throw new Error('outer', { cause: inner })
       })
       it('has itself as a cause', () => {
         const error = new Error('circle')
         error.cause = new Error('other', { cause: error })
         throw error
       })
       it('compares big integers', () => assert.equal(1n, 2))
       describe('a suite', () => {
         before(() => {
           note('seed 43')
           throw new Error('in a hook')
         })
         it('does not come to its test', () => undefined)
       })`,
    )
    assert.equal(code, 4)
    assert.match(stdout, /^1 passed, 4 failed\n$/m)
    assert.match(stdout, /^ +said by a test that passes \(passes\)$/m)
    const [, failures = ''] = stdout.split('4 failing')
    for (const text of [
      /Error: outer\n[^]*seed 42\n +Caused by: TypeError: inner\n[^]*Caused by: RangeError: innermost\n/,
      /Error: circle\n[^]*Caused by: Error: other\n/,
      /1n !== 2/,
      /Error: in a hook\n[^]*seed 43\n/,
    ]) {
      assert.match(failures, text)
    }
    assert.doesNotMatch(failures, /said by a test that passes/)
  })

  it('counts a file that cannot be loaded as a failure', async () => {
    await using folder = await TemporaryFolder.create()
    const { code, stdout } = await runFiles(
      folder.path,
      2,
      "it('passes', () => undefined)\nif (import.meta.url.endsWith('0.mjs')) throw new Error('broken')",
    )
    assert.match(stdout, /Error: broken/)
    assert.match(stdout, /^1 passed, 1 failed\n$/m)
    assert.equal(code, 1)
  })

  it('fails where a promise is rejected that nobody waits for', async () => {
    await using folder = await TemporaryFolder.create()
    const { code, stdout } = await runFiles(
      folder.path,
      4,
      `it('rejects', () => void Promise.reject(new Error('nobody waits')))
       it('is there to be failed', async () => await new Promise((resolve) => setTimeout(resolve)))`,
    )
    assert.equal(stdout.match(/^ +Uncaught Error: nobody waits$/gm)?.length, 4, stdout)
    assert.equal(code, 4)
  })

  it('fails where one of its jobs dies', async () => {
    await using folder = await TemporaryFolder.create()
    const { code, stdout } = await runFiles(
      folder.path,
      4,
      "it('ends its job', () => { if (import.meta.url.endsWith('1.mjs')) process.exit(0) })",
    )
    assert.match(stdout, /^3 passed, 1 failed$/m)
    assert.equal(code, 1)
  })

  it('fails where its jobs die', async () => {
    await using folder = await TemporaryFolder.create()
    const { code, stdout, stderr } = await runFiles(
      folder.path,
      6,
      "it('ends its job', () => process.exit(0))",
    )
    assert.equal(code !== 0 && code !== null, true, stdout)
    assert.match(stdout + stderr, /The run ended before all tests had\.|^0 passed, 6 failed$/m)
  })

  it('writes the coverage of its jobs, also of one that is told to end at its end, not of children', async () => {
    await using folder = await TemporaryFolder.create()
    const coverage = join(folder.path, 'coverage')
    const { stdout } = await runFiles(
      folder.path,
      2,
      `process.prependListener('exit', () => spawnSync('kill', [String(process.pid)]))
       it('tells its processes', () => {
         const child = spawnSync(process.execPath, ['--eval', ''])
         console.log('job ' + process.pid + ', child ' + child.pid)
       })`,
      { NODE_V8_COVERAGE: coverage },
    )
    const written = new Set((await readdir(coverage)).map((name) => name.split('-')[1]))
    const told = [...stdout.matchAll(/job (\d+), child (\d+)/g)]
    assert.equal(told.length, 2, stdout)
    for (const [, job, child] of told) {
      assert.ok(written.has(job))
      assert.ok(!written.has(child))
    }
  })
})
