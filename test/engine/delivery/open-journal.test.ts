import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Journal } from '../../../engine/delivery/journal/journal.ts'
import { openJournal } from '../../../engine/delivery/journal/open-journal.ts'
import type { JournalPlace } from '../../../engine/delivery/journal/open-journal.ts'
import type { ErrorCode } from '../../../engine/errors/stacktale-error.ts'
import { TemporaryFolder } from '../../temporary-folder.ts'
import { journalKeys, journalSlots } from './journal-folder.ts'
import { loadOf } from './load-of.ts'

const HOLDER = fileURLToPath(new URL('../fixtures/journal-holder.js', import.meta.url))

interface Opened {
  readonly journal: Journal<string> | undefined
  readonly expired: number | undefined
  readonly reported: readonly ErrorCode[]
}

async function open(directory: string, changes: Partial<JournalPlace> = {}): Promise<Opened> {
  const reported: ErrorCode[] = []
  const place = { directory, destination: 'table', mostBytes: 1024 * 1024, since: 0 }
  const report: JournalPlace['report'] = ({ code }) => reported.push(code)
  const opened = await openJournal<string>({ ...place, report, ...changes })
  return { journal: opened?.journal, expired: opened?.expired, reported }
}

async function opened(
  directory: string,
  changes?: Partial<JournalPlace>,
): Promise<Journal<string>> {
  const { journal, reported } = await open(directory, changes)
  assert.deepEqual(reported, [])
  return journal ?? assert.fail('not opened')
}

async function objectsIn(journal: Journal<string>): Promise<readonly string[]> {
  const { entries } = await journal.read('', Infinity)
  return entries.map(({ load }) => load.object).toSorted()
}

/** A process that holds a journal until it is killed. */
class Holder {
  /** How many events it found. */
  readonly found: number
  readonly #process: ChildProcess

  private constructor(child: ChildProcess, found: number) {
    this.#process = child
    this.found = found
  }

  static async start(directory: string, id: number): Promise<Holder> {
    const stdio = ['pipe', 'pipe', 'inherit'] as const
    const child = spawn(process.execPath, [HOLDER, directory, String(id)], { stdio: [...stdio] })
    const [line] = await once(createInterface(child.stdout ?? assert.fail()), 'line')
    return new Holder(child, Number(line))
  }

  async kill(): Promise<void> {
    const exited = once(this.#process, 'exit')
    this.#process.kill('SIGKILL')
    await exited
  }
}

describe('opening a journal', () => {
  it('finds what was left there, and says how much of it was too old', async () => {
    await using folder = await TemporaryFolder.create()
    const first = await opened(folder.path)
    await first.add([loadOf(1), loadOf(2)])
    await first.close()
    const second = await opened(folder.path)
    assert.equal(second.count, 2)
    assert.deepEqual(await objectsIn(second), ['workout_1', 'workout_2'])
    await second.close()
    const { journal, expired } = await open(folder.path, { since: Date.now() + 1 })
    assert.deepEqual([journal?.count, expired], [0, 2])
    await journal?.close()
  })

  it('takes over the notes that another process left, under the keys that they have', async () => {
    await using folder = await TemporaryFolder.create()
    const [first, second] = [await opened(folder.path), await opened(folder.path)]
    const note = { key: 'counts.1', value: Buffer.from('counted') }
    await second.add([loadOf(2)])
    await second.settle([], [note])
    await Promise.all([first.close(), second.close()])
    const journal = await opened(folder.path)
    const notes = await journal.notes()
    assert.deepEqual(
      notes.map(({ key, value }) => [key, Buffer.from(value).toString()]),
      [['counts.1', 'counted']],
    )
    assert.equal(journal.count, 1)
    await journal.close()
  })

  it('keeps apart what goes to different places', async () => {
    await using folder = await TemporaryFolder.create()
    const one = await opened(folder.path, { destination: 'one' })
    await one.add([loadOf(1)])
    await one.close()
    const other = await opened(folder.path, { destination: 'other' })
    assert.equal(other.count, 0)
    await other.close()
  })

  it('says where a folder cannot be made, and leaves the events in memory', async () => {
    await using folder = await TemporaryFolder.create()
    const file = join(folder.path, 'file')
    await writeFile(file, '')
    for (const directory of [join(file, 'journal'), '/proc/stacktale/journal']) {
      assert.deepEqual(await open(directory), {
        journal: undefined,
        expired: undefined,
        reported: ['journal-unavailable'],
      })
    }
  })

  it('passes a folder over that is damaged for good, says so, and takes over the others', async () => {
    await using folder = await TemporaryFolder.create()
    const [first, second] = [await opened(folder.path), await opened(folder.path)]
    await second.add([loadOf(2)])
    await Promise.all([first.close(), second.close()])
    const [slot = ''] = await journalSlots(folder.path)
    await rm(slot, { recursive: true })
    await writeFile(slot, 'not a folder')
    const { journal, reported } = await open(folder.path)
    assert.deepEqual(reported, ['journal-failed'])
    assert.deepEqual(await objectsIn(journal ?? assert.fail()), ['workout_2'])
    await journal?.close()
  })

  it('takes over much more than it moves at a time, in order', async () => {
    await using folder = await TemporaryFolder.create()
    const mostBytes = 64 * 1024 * 1024
    const [first, second] = [
      await opened(folder.path, { mostBytes }),
      await opened(folder.path, { mostBytes }),
    ]
    const loads = Array.from({ length: 50 }, (_, id) =>
      loadOf(id, { content: 'x'.repeat(100_000) }),
    )
    await second.add(loads)
    await Promise.all([first.close(), second.close()])
    const journal = await opened(folder.path, { mostBytes })
    assert.equal(journal.count, 50)
    const { entries } = await journal.read('', Infinity)
    assert.deepEqual(
      entries.map(({ load }) => load),
      loads,
    )
    await journal.close()
    assert.equal((await journalKeys(folder.path)).length, 50)
  })

  it('gives processes side by side a folder each, and what one left that died to the next', async () => {
    await using folder = await TemporaryFolder.create()
    const first = await Holder.start(folder.path, 1)
    const second = await Holder.start(folder.path, 2)
    const slots = (await journalSlots(folder.path)).map((slot) => basename(slot))
    assert.deepEqual(slots, ['0', '1'])
    assert.deepEqual([first.found, second.found], [0, 0])
    await second.kill()
    const third = await Holder.start(folder.path, 3)
    assert.equal(third.found, 1)
    await Promise.all([first.kill(), third.kill()])
    const fourth = await Holder.start(folder.path, 4)
    assert.equal(fourth.found, 3)
    await fourth.kill()
    const journal = await opened(folder.path)
    const all = [1, 2, 3, 4].map((id) => `workout_${id}`)
    assert.deepEqual(await objectsIn(journal), all)
    await journal.close()
  })
})
