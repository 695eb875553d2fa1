import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { BuildOptions } from 'esbuild'
import { build } from 'esbuild'
import { TemporaryFolder } from '../temporary-folder.ts'

const run = promisify(execFile)
const PROGRAM = resolve(import.meta.dirname, 'fixtures', 'told-program.js')

const STORIES: readonly string[] = [
  `
First tick
  Second tick
`,
  `
Starting for 2
Recreating the filter
  Reading the history
    Waiting for the table
    Read the history
        Is Squat allowed?
        Is Row allowed?
        Nothing left for Row
        Is Press allowed?
Filtered 2
    Picking Squat
      Rating Squat
    Picking Press
      Rating Press
  Picking Squat late
    Rating Squat late
  Picked Squat late
  Picking Press late
    Rating Press late
  Picked Press late
  Under the logger
    Noted
Saving
  Connecting
  Writing
    Wrote
      Settled
  Saved
Done
`,
  `
Before the capture
    Within the capture
    Later within the capture
After the capture
`,
  `
Started
  Saved Squat
Saved all
`,
].map((story) => story.trim())

const FORMATS = [
  ['esm', 'mjs'],
  ['cjs', 'cjs'],
] as const

const WAYS: readonly (readonly [way: string, options: BuildOptions])[] = [
  ['as it is', {}],
  ['minified', { minify: true }],
  ['minified, its names kept', { minify: true, keepNames: true }],
]

/** The stories that the program prints, run as a process of its own. */
async function storiesOf(program: string, options: readonly string[] = []): Promise<unknown> {
  const env = { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' }
  const { stdout } = await run(process.execPath, [...options, program], { env })
  return JSON.parse(stdout)
}

describe('a program that is bundled with the engine into one file', () => {
  let folder: TemporaryFolder

  before(async () => {
    folder = await TemporaryFolder.create()
    // What a bundle leaves out is looked for from where it lies.
    await symlink(resolve('node_modules'), join(folder.path, 'node_modules'), 'junction')
  })
  after(async () => await folder[Symbol.asyncDispose]())

  async function bundle(file: string, options: BuildOptions): Promise<string> {
    const outfile = join(folder.path, file)
    await build({
      entryPoints: [PROGRAM],
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node20',
      external: ['@aws-sdk/*'],
      ...options,
    })
    return outfile
  }

  it('tells its stories from modules of their own', async () => {
    assert.deepEqual(await storiesOf(PROGRAM), STORIES)
  })

  for (const [format, extension] of FORMATS) {
    for (const [index, [way, options]] of WAYS.entries()) {
      it(`tells the same stories from a bundle, ${way} (${format})`, async () => {
        const file = await bundle(`program-${index}.${extension}`, { format, ...options })
        assert.deepEqual(await storiesOf(file), STORIES)
      })
    }
    it(`tells the same stories where Node maps a minified bundle to its sources (${format})`, async () => {
      const options = { format, minify: true, sourcemap: true } as const
      const file = await bundle(`mapped.${extension}`, options)
      assert.deepEqual(await storiesOf(file, ['--enable-source-maps']), STORIES)
    })
  }
})
