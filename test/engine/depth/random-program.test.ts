import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { configure, GenericLogger } from 'stacktale'
import type { Line } from 'stacktale'
import { memorySink } from 'stacktale/testing'
import type { ProgramOptions } from './random-program.ts'
import { randomProgram } from './random-program.ts'
import { note } from '../../mocha/note.ts'

const PROGRAMS = 100
const MOST_CALLS = 60
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9))

/** A domain logger whose own methods are calls too, and which ends a program that goes on too long. */
class ProgramLogger extends GenericLogger {
  #callsLeft = MOST_CALLS
  #active = 0

  spend(): boolean {
    this.#callsLeft -= 1
    return this.#callsLeft >= 0
  }

  /** A function that waits begins: one that lost a race goes on after its caller. */
  enter(): void {
    this.#active += 1
  }

  leave(): void {
    this.#active -= 1
  }

  get isBusy(): boolean {
    return this.#active > 0
  }

  say(depth: number): void {
    this.info(String(depth))
  }

  tell(depth: number): void {
    this.addMessage(String(depth))
    this.say(depth + 1)
  }
}

interface Program {
  main(log: ProgramLogger): Promise<void>
}

function isProgram(module: unknown): module is Program {
  return typeof module === 'object' && module !== null && 'main' in module
}

function wrongLines(lines: readonly Line[]): readonly Line[] {
  return lines.filter(({ text, depth }) => Number(text) !== depth)
}

describe('the depth of lines in random programs', () => {
  let folder: string
  const sink = memorySink()

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stacktale-depth-'))
    configure({ sink })
    note(`seed ${SEED}`)
  })
  after(async () => {
    configure({ sink: undefined })
    await rm(folder, { recursive: true })
  })
  beforeEach(() => sink.clear())

  async function linesOf(options: ProgramOptions): Promise<readonly Line[]> {
    const file = join(folder, `program-${Object.values(options).join('-')}.mjs`)
    await writeFile(file, randomProgram(options))
    const program: unknown = await import(pathToFileURL(file).href)
    assert.ok(isProgram(program))
    const loggers = [1, 2].map((id) => new ProgramLogger({ id }, 'program'))
    await Promise.all(loggers.map(async (log) => await program.main(log)))
    await Promise.all(loggers.map((log) => log.commit()))
    const lines = sink.events.flatMap((event) => event.lines)
    sink.clear()
    return lines
  }

  const kinds: readonly (readonly [string, Omit<ProgramOptions, 'seed'>])[] = [
    [
      'calls that are awaited, recursive ones too',
      { recursion: true, races: false, returnsPromises: false },
    ],
    [
      'races, whose losers go on when nobody waits for them',
      { recursion: false, races: true, returnsPromises: false },
    ],
    [
      'functions that return promises without awaiting them',
      { recursion: false, races: true, returnsPromises: true },
    ],
  ]
  for (const [what, options] of kinds) {
    it(`is exact on every line of two events at a time that share functions: ${what}`, async () => {
      let lines = 0
      const wrong: { seed: number; lines: readonly Line[] }[] = []
      for (let seed = SEED; seed < SEED + PROGRAMS; seed += 1) {
        const all = await linesOf({ seed, ...options })
        lines += all.length
        if (wrongLines(all).length > 0) wrong.push({ seed, lines: wrongLines(all).slice(0, 3) })
      }
      note(`${lines} lines`)
      assert.ok(lines > PROGRAMS)
      assert.deepEqual(wrong, [])
    })
  }
})
