import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { configure, GenericLogger } from 'stacktale'
import { memorySink } from 'stacktale/testing'
import { TemporaryFolder } from '../../temporary-folder.ts'

const run = promisify(execFile)
const sink = memorySink()

/** Runs a program of its own that prints the text of the event it committed last. */
async function storyOf(program: string, options: readonly string[] = []): Promise<string> {
  const source = `
    import { configure, GenericLogger } from 'stacktale'
    import { memorySink } from 'stacktale/testing'
    const sink = memorySink()
    configure({ sink })
    const log = new GenericLogger({ id: 1 }, 'surroundings')
    ${program}
    await log.commit()
    console.log(sink.events.at(-1).text)`
  const { stdout } = await run(process.execPath, [...options, '--input-type=module', '-e', source])
  return stdout.trimEnd()
}

const NESTED = `
  function outer() { log.info('outer'); inner() }
  function inner() { log.info('inner') }
  log.info('start')
  outer()`
const NESTED_STORY = 'start\n  outer\n    inner'

describe('depth in surroundings of all kinds', () => {
  before(() => configure({ sink }))
  after(() => configure({ sink: undefined }))
  beforeEach(() => sink.clear())

  it('is told 500 calls deep', async () => {
    const log = new GenericLogger({ id: 1 }, 'deep')
    const descend = (depth: number): void => {
      log.info(String(depth))
      if (depth < 500) descend(depth + 1)
    }
    descend(0)
    await log.commit()
    const wrong = sink.events[0]?.lines.filter(({ text, depth }) => depth !== Number(text))
    assert.deepEqual(wrong, [])
    assert.equal(sink.events[0]?.lines.length, 501)
  })

  it('leaves the settings of stack traces as others have set them', async () => {
    const settings: { prepareStackTrace?: unknown; stackTraceLimit: number } = Error
    const [prepare, limit] = [settings.prepareStackTrace, settings.stackTraceLimit]
    const own = (): string => 'prepared by someone else'
    try {
      settings.prepareStackTrace = own
      settings.stackTraceLimit = 3
      const log = new GenericLogger({ id: 1 }, 'settings')
      const inner = (): void => log.warn('inner')
      log.info('outer')
      inner()
      assert.equal(settings.prepareStackTrace, own)
      assert.equal(settings.stackTraceLimit, 3)
      assert.equal(new Error('x').stack, 'prepared by someone else')
      await log.commit()
      assert.equal(sink.events[0]?.text, 'outer\n  inner')
    } finally {
      settings.prepareStackTrace = prepare
      settings.stackTraceLimit = limit
    }
  })

  it('is told where stack traces are cut to nothing', async () => {
    assert.equal(await storyOf(`Error.stackTraceLimit = 0; ${NESTED}`), NESTED_STORY)
  })

  it('is told with source maps, and where a program prepares its own traces', async () => {
    assert.equal(await storyOf(NESTED, ['--enable-source-maps']), NESTED_STORY)
    assert.equal(
      await storyOf(`Error.prepareStackTrace = () => { throw new Error('mine') }; ${NESTED}`),
      NESTED_STORY,
    )
  })

  it('is none, and nothing throws, where Error is frozen', async () => {
    assert.equal(await storyOf(`Object.freeze(Error); ${NESTED}`), 'start\nouter\ninner')
  })

  it('is told in code that was made at run time, and on one line', async () => {
    const oneLine =
      'new Function(\'log\', \'function a(){log.info("a");b()}function b(){log.info("b");c()}function c(){log.info("c")}log.info("start");a();b()\')(log)'
    assert.equal(await storyOf(oneLine), 'start\n  a\n    b\n      c\n  b\n    c')
  })

  it('is told in minified code, across await', async () => {
    const minified =
      'async function a(n){log.info("a"),await n(),log.info("A")}async function b(){log.info("b"),await null,log.info("B"),await a(c)}async function c(){log.info("c"),await new Promise(setImmediate),log.info("C")}log.info("start"),await a(c),await b();'
    const story = [
      'start',
      '  a',
      '    c',
      '    C',
      '  A',
      '  b',
      '  B',
      '    a',
      '      c',
      '      C',
      '    A',
    ]
    assert.equal(await storyOf(minified), story.join('\n'))
  })

  it('tells files apart that are the same but for their names', async () => {
    await using folder = await TemporaryFolder.create()
    const twin = `export const run = (log) => log.info(import.meta.url.includes('node_modules') ? 'in a package' : 'in the program')\n`
    const [own, foreign] = ['own', 'node_modules/foreign'].map((name) => join(folder.path, name))
    for (const place of [own, foreign]) {
      await mkdir(place ?? '', { recursive: true })
      await writeFile(join(place ?? '', 'run.mjs'), twin)
    }
    const program = `
      const runs = await Promise.all(${JSON.stringify([own, foreign, own])}.map((place) => import(place + '/run.mjs')))
      const dispatch = () => { for (const { run } of runs) run(log) }
      log.info('start')
      dispatch()`
    assert.equal(
      await storyOf(program),
      'start\n    in the program\n  in a package\n    in the program',
    )
  })

  it('counts no frames of Node or of packages', async () => {
    const log = new GenericLogger({ id: 1 }, 'frames')
    log.info('start')
    ;[1].map((one) => [one].forEach(() => log.info('two callbacks in')))
    await new Promise<void>((resolve) => queueMicrotask(() => resolve()))
    log.info('end')
    await log.commit()
    assert.equal(sink.events[0]?.text, 'start\n    two callbacks in\nend')
  })

  it('is sensible, and never negative, where the stack cannot tell', async () => {
    const log = new GenericLogger({ id: 1 }, 'callbacks')
    const schedule = async (): Promise<void> => {
      log.info('scheduling')
      await new Promise<void>((resolve) => {
        setTimeout(() => {
          log.info('in the timer')
          resolve()
        })
      })
    }
    log.info('start')
    await schedule()
    log.info('end')
    await log.commit()
    const depths = sink.events[0]?.lines.map(({ depth }) => depth)
    assert.deepEqual(depths, [0, 1, 2, 0])
  })

  it('is below its step, also where the call that began it does not wait for it', async () => {
    const log = new GenericLogger({ id: 1 }, 'steps')
    const turn = async (): Promise<void> => {
      await new Promise(setImmediate)
    }
    log.info('start')
    await Promise.all(
      ['one', 'two'].map((name) =>
        log.step(name, async () => {
          await turn()
          log.info(`in ${name}`)
        }),
      ),
    )
    log.info('end')
    await log.commit()
    assert.equal(sink.events[0]?.text, 'start\n  one\n  two\n    in one\n    in two\nend')
  })

  it('can be left to steps alone', async () => {
    configure({ depth: false })
    try {
      const log = new GenericLogger({ id: 1 }, 'steps')
      const inner = (): void => log.info('not deeper')
      inner()
      await log.step('a step', () => log.step('another', inner))
      await log.commit()
      assert.equal(sink.events[0]?.text, 'not deeper\na step\n  another\n    not deeper')
    } finally {
      configure({ depth: undefined })
    }
  })
})
