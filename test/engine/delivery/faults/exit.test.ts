import assert from 'node:assert/strict'
import type { Options } from 'stacktale'
import { TableReader } from 'stacktale/table'
import { Testbed } from '../../../scripts/aws-stand-in/testbed.ts'
import { TemporaryFolder } from '../../../temporary-folder.ts'
import { tableForTest } from '../../table/table-for-test.ts'
import type { TestTable } from '../../table/table-for-test.ts'
import type { EndedProcess } from './ended-process.ts'
import { endOf, fixture } from './ended-process.ts'
import { storedEvents, storedTitles, texts } from './stored-events.ts'

const REGION = 'us-east-1'
const EXIT_TIMEOUT_MS = 500
/** Beyond the deadline: a machine that is busy with other things. */
const GENEROUS_MS = 10_000

const PLACES: readonly (readonly [where: string, options: Options])[] = [
  ['from the worker', {}],
  ["from the application's own thread", { worker: false }],
]

async function ended(
  location: TestTable,
  way: string,
  options: Options = {},
): Promise<EndedProcess> {
  return await endOf(location, [
    fixture('deliver-and-end'),
    way,
    JSON.stringify({ exitTimeoutMs: 120_000, ...options }),
  ])
}

function exitMs({ stdout }: EndedProcess): number {
  const [, milliseconds] = /exit took ([\d.]+) ms/.exec(stdout) ?? []
  return Number(milliseconds)
}

describe('the end of a process', () => {
  for (const [where, options] of PLACES) {
    it(`stores 1,000 events that nobody awaited before process.exit(), ${where}`, async () => {
      const location = await tableForTest()
      const { code, stderr } = await ended(location, 'exit', options)
      assert.equal(stderr, '')
      assert.equal(code, 1)
      assert.deepEqual(await storedTitles(location, 'end_1'), texts(1_000).toSorted())
    })

    it(`stores 1,000 events before an error that nobody catches, ${where}`, async () => {
      const location = await tableForTest()
      const { code, stderr } = await ended(location, 'throw', options)
      assert.match(stderr, /The application failed\./)
      assert.equal(code, 1)
      assert.deepEqual(await storedTitles(location, 'end_1'), texts(1_000).toSorted())
    })

    it(`stores 1,000 events of a program that comes to its end, ${where}`, async () => {
      const location = await tableForTest()
      const { code, stderr } = await ended(location, 'fall', options)
      assert.equal(stderr, '')
      assert.equal(code, 0)
      assert.deepEqual(await storedTitles(location, 'end_1'), texts(1_000).toSorted())
    })

    it(`stores events that are still open, marked unfinished, ${where}`, async () => {
      const location = await tableForTest()
      const { code } = await ended(location, 'open', options)
      assert.equal(code, 0)
      const reader = new TableReader(location)
      for (const id of [1, 2, 3]) {
        const [stored, ...others] = await storedEvents(location, `open_${id}`)
        assert.deepEqual(others, [])
        const event = await reader.event(`open_${id}`, stored?.timestamp ?? '')
        assert.equal(event?.title, `Open ${id}`)
        assert.equal(event.unfinished, true)
      }
    })

    it(`stores what an exit listener of the application commits later, ${where}`, async () => {
      const location = await tableForTest()
      const { code, stderr } = await ended(location, 'late', options)
      assert.equal(stderr, '')
      assert.equal(code, 0)
      const late = Array.from({ length: 10 }, (_, number) => `Late ${number}`)
      assert.deepEqual(await storedTitles(location, 'end_1'), ['Before the end', ...late])
    })

    it(`waits for a commit that is awaited at the top, through failures, ${where}`, async () => {
      await using bed = await Testbed.create()
      let failuresLeft = 3
      bed.aws.faults.resetBefore = () => {
        failuresLeft -= 1
        return failuresLeft >= 0
      }
      const location = { table: bed.table, region: REGION, endpoint: bed.aws.endpoint }
      const { code, stdout, stderr } = await ended(location, 'awaited', options)
      assert.equal(stderr, '')
      assert.equal(code, 0)
      assert.equal(stdout, 'stored\n')
      assert.equal(failuresLeft < 0, true)
    })

    it(`takes no longer than it may while nothing can be stored, and says what is lost, ${where}`, async () => {
      await using bed = await Testbed.create()
      await bed.aws.down()
      const location = { table: bed.table, region: REGION, endpoint: bed.aws.endpoint }
      const timed = { ...options, exitTimeoutMs: EXIT_TIMEOUT_MS }
      const outcome = await ended(location, 'exit', timed)
      assert.match(outcome.stderr, /\[event-dropped\]: The process ended with 1000 events/)
      assert.equal(outcome.code, 1)
      assert.ok(exitMs(outcome) < EXIT_TIMEOUT_MS + GENEROUS_MS)
    })

    it(`takes no longer for many late commits than for one, ${where}`, async () => {
      await using bed = await Testbed.create()
      await bed.aws.down()
      const location = { table: bed.table, region: REGION, endpoint: bed.aws.endpoint }
      const outcome = await ended(location, 'late', { ...options, exitTimeoutMs: 2_000 })
      assert.match(outcome.stderr, /\[event-dropped\]/)
      assert.ok(exitMs(outcome) < 2_000 + GENEROUS_MS)
    })

    it(`says what is lost where there is not even the time to start, ${where}`, async () => {
      const location = await tableForTest()
      const { code, stderr } = await ended(location, 'exit', { ...options, exitTimeoutMs: 1 })
      assert.match(stderr, /\[event-dropped\]: The process ended with 1000 events/)
      assert.equal(code, 1)
    })

    it(`loses nothing that a journal keeps, and says nothing of loss, ${where}`, async () => {
      await using folder = await TemporaryFolder.create()
      await using bed = await Testbed.create()
      await bed.aws.down()
      const location = { table: bed.table, region: REGION, endpoint: bed.aws.endpoint }
      const journaled = { ...options, journal: folder.path }
      const { code, stderr } = await ended(location, 'exit', journaled)
      assert.equal(stderr, '')
      assert.equal(code, 1)
      await bed.aws.up()
      assert.equal((await ended(location, 'recover', journaled)).code, 0)
      assert.deepEqual(await storedTitles(location, 'end_1'), texts(1_000).toSorted())
    })
  }

  it('keeps the directory of prefixes', async () => {
    const location = await tableForTest()
    await ended(location, 'open')
    assert.deepEqual((await new TableReader(location).prefixes()).names, ['open'])
  })
})
