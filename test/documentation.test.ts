import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { tableForTest } from './engine/table/table-for-test.ts'

const run = promisify(execFile)

/** Inside the package, so that examples import it by its name, as users do. */
const FOLDER = resolve('dist', 'examples')

const PAGES = [
  'README.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]

const EXAMPLES = PAGES.flatMap((page) =>
  [...readFileSync(page, 'utf8').matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ''], index) => ({
    title: `${page}, example ${index + 1}`,
    name: `${page.replaceAll(/\W/g, '-')}-${index + 1}`,
    code,
  })),
)

describe('the examples of the documentation', () => {
  let env: NodeJS.ProcessEnv

  before(async () => {
    rmSync(FOLDER, { recursive: true, force: true })
    mkdirSync(FOLDER, { recursive: true })
    for (const { name, code } of EXAMPLES) writeFileSync(join(FOLDER, `${name}.mts`), code)
    writeFileSync(
      join(FOLDER, 'tsconfig.json'),
      JSON.stringify({
        extends: '../../tsconfig.json',
        compilerOptions: {
          rootDir: '.',
          outDir: 'compiled',
          noUnusedLocals: false,
          isolatedDeclarations: false,
          declaration: false,
          declarationMap: false,
        },
        include: ['*.mts'],
      }),
    )
    const { table, region, endpoint } = await tableForTest()
    env = {
      ...process.env,
      STACKTALE_TABLE: table,
      AWS_REGION: region,
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    }
  })

  it('compile', async () => {
    const compiler = resolve('node_modules', 'typescript', 'bin', 'tsc')
    const { stdout } = await run(process.execPath, [compiler, '-p', FOLDER]).catch(
      (error: unknown) => ({
        stdout: error instanceof Error ? Reflect.get(error, 'stdout') : error,
      }),
    )
    assert.equal(stdout, '')
  })

  for (const { title, name, code } of EXAMPLES) {
    it(`run, and print what their comments say: ${title}`, async () => {
      const preload = new URL('fixtures/listen-once.js', import.meta.url).href
      const program = join(FOLDER, 'compiled', `${name}.mjs`)
      const { stdout } = await run(process.execPath, ['--import', preload, program], {
        env,
        timeout: 30_000,
      })
      const said = saidToPrint(code)
      if (said.length > 0) assert.equal(stdout.trimEnd(), said.join('\n'))
    })
  }
})

/** The comments behind or below each console.log of an example. */
function saidToPrint(code: string): readonly string[] {
  const prints = code.matchAll(/console\.log\(.*\)(?: \/\/ (.*))?\n((?:\/\/ .*\n)*)/g)
  return [...prints].flatMap(([, behind, below = '']) => [
    ...(behind === undefined ? [] : [behind]),
    ...below
      .split('\n')
      .filter((row) => row !== '')
      .map((row) => row.slice('// '.length)),
  ])
}
