import assert from 'node:assert/strict'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Format } from 'esbuild'
import { build } from 'esbuild'
import { TemporaryFolder } from '../../../temporary-folder.ts'
import { tableForTest } from '../../table/table-for-test.ts'
import { endOf, fixture } from './ended-process.ts'
import { storedTitles } from './stored-events.ts'

const ASKING = `
const { GenericLogger } = require('stacktale')
let threads = 0
process.on('worker', () => { threads += 1 })
const log = new GenericLogger({ id: 1 }, 'once')
log.info('Committed once')
log.commit().then(() => console.log(JSON.stringify({ threads })))
`

const FORMATS: readonly (readonly [format: Format, extension: string])[] = [
  ['esm', 'mjs'],
  ['cjs', 'cjs'],
]

/** Runs a program that commits once. @returns how many threads it took */
async function threadsOf(program: string): Promise<unknown> {
  const location = await tableForTest()
  const { code, stdout, stderr } = await endOf(location, [program])
  assert.equal(stderr, '')
  assert.equal(code, 0)
  assert.deepEqual(await storedTitles(location, 'once_1'), ['Committed once'])
  const { threads } = JSON.parse(stdout)
  return threads
}

describe('an installed package', () => {
  it('delivers from its worker where CommonJS requires it', async () => {
    await using folder = await TemporaryFolder.create()
    await mkdir(join(folder.path, 'node_modules'))
    await symlink(resolve('.'), join(folder.path, 'node_modules', 'stacktale'), 'junction')
    const program = join(folder.path, 'program.cjs')
    await writeFile(program, ASKING)
    assert.equal(await threadsOf(program), 1)
  })
})

describe('a bundle', () => {
  for (const [format, extension] of FORMATS) {
    it(`delivers without a worker, and starts no file beside it that is called one (${format})`, async () => {
      await using folder = await TemporaryFolder.create()
      await symlink(resolve('node_modules'), join(folder.path, 'node_modules'), 'junction')
      const outfile = join(folder.path, `program.${extension}`)
      await writeFile(join(folder.path, 'worker.js'), "console.log('started')")
      await build({
        entryPoints: [fixture('deliver-once')],
        outfile,
        format,
        bundle: true,
        platform: 'node',
        target: 'node20',
        external: ['@aws-sdk/*', 'classic-level'],
        logLevel: 'error',
      })
      assert.equal(await threadsOf(outfile), 0)
    })
  }
})
