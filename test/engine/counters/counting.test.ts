import assert from 'node:assert/strict'
import type { Options } from 'stacktale'
import { anySeed, seededRandom } from '../../../scripts/aws-stand-in/random.ts'
import { Testbed } from '../../scripts/aws-stand-in/testbed.ts'
import { TemporaryFolder } from '../../temporary-folder.ts'
import { endOf, fixture } from '../delivery/faults/ended-process.ts'
import type { TestTable } from '../table/table-for-test.ts'
import { tableForTest } from '../table/table-for-test.ts'
import { countedInTable, readCountsOf } from './table-counts.ts'
import { note } from '../../mocha/note.ts'

const PLACES: readonly (readonly [where: string, options: Options])[] = [
  ['from the worker', {}],
  ["from the application's own thread", { worker: false }],
]

/** Pacing takes each for a sign that the table gives no more, and sends slowly for long. */
const THROTTLED_FROM = 1_800

/** What is told of failures that pass by themselves, should many come in a row: of each code once. */
const PASSING = /^(stacktale \[(endpoint-unreachable|service-failed|throttled)\]: .+\n)*$/

/** @returns what the process said on standard error */
async function ranToEnd(
  location: TestTable,
  way: string,
  count: number,
  options: Options = {},
  run: string = way,
): Promise<string> {
  const settings = JSON.stringify({ exitTimeoutMs: 120_000, ...options })
  const args = [fixture('count-events'), way, run, String(count), settings]
  const { code, signal, stderr } = await endOf(location, args)
  assert.deepEqual([code, signal], [0, null], stderr)
  return stderr
}

async function commitEvents(...run: Parameters<typeof ranToEnd>): Promise<void> {
  assert.equal(await ranToEnd(...run), '')
}

async function assertExact(location: TestTable, events: number): Promise<void> {
  const { counts, unreadable } = await readCountsOf(location)
  assert.deepEqual(counts, await countedInTable(location))
  assert.equal(
    counts.reduce((sum, count) => sum + count.events, 0),
    events,
  )
  assert.equal(unreadable, 0)
}

function placeOf({ table, aws }: Testbed): TestTable {
  return { table, region: 'us-east-1', endpoint: aws.endpoint }
}

describe('counting what is stored', function () {
  this.timeout(180_000)

  for (const [where, options] of PLACES) {
    it(`is exact through lost replies, faults, throttling and batches taken in part, ${where}`, async () => {
      await using bed = await Testbed.create({ seed: anySeed() })
      note(`seed ${bed.aws.seed}`)
      const random = seededRandom(bed.aws.seed)
      const isLate = (): boolean => bed.aws.counts.puts.size > THROTTLED_FROM
      let throttles = 3
      Object.assign(bed.aws.faults, {
        resetBefore: 0.05,
        resetAfter: 0.1,
        cutReply: 0.05,
        internalError: 0.05,
        internalErrorAfter: 0.1,
        throttle: () => {
          if (!isLate()) return false
          throttles -= 1
          return throttles >= 0
        },
        unprocessed: () => isLate() && random() < 0.1,
      })
      assert.match(await ranToEnd(placeOf(bed), 'flush', 2_000, options), PASSING)
      bed.aws.faults.clear()
      await assertExact(placeOf(bed), 2_000)
    })

    it(`puts what was counted before process.exit() goes on, ${where}`, async () => {
      const location = await tableForTest()
      await commitEvents(location, 'exit', 300, options)
      await assertExact(location, 300)
    })

    it(`puts what was counted by a program that comes to its end, ${where}`, async () => {
      const location = await tableForTest()
      await commitEvents(location, 'fall', 30, options)
      await assertExact(location, 30)
    })

    it(`takes at most 1 % of the write units, ${where}`, async () => {
      const [withCounts, without] = await Promise.all(
        [true, false].map(async (counters) => {
          await using bed = await Testbed.create()
          await commitEvents(placeOf(bed), 'flush', 5_000, { ...options, counters })
          const { counts } = bed.aws
          return counts.writeUnits(bed.table) + counts.writeUnits(bed.table, 'feed')
        }),
      )
      const more = (withCounts ?? 0) / (without ?? 0) - 1
      note(`${(more * 100).toFixed(2)} % of ${without} write units`)
      assert.ok(more > 0 && more <= 0.01, `${more}`)
    })
  }

  it('adds up what three processes store at once', async () => {
    const location = await tableForTest()
    await Promise.all(
      ['a', 'b', 'c'].map(async (run) => await commitEvents(location, 'flush', 700, {}, run)),
    )
    await assertExact(location, 2_100)
  })

  it('is left out where it is not wanted', async () => {
    const location = await tableForTest()
    await commitEvents(location, 'exit', 10, { counters: false })
    assert.deepEqual((await readCountsOf(location)).counts, [])
  })

  it('keeps to the write units a second that it is given', async () => {
    await using bed = await Testbed.create()
    await commitEvents(placeOf(bed), 'flush', 200, { writeUnitsPerSecond: 100 })
    const perSecond = bed.aws.counts.unitsBySecond('write', bed.table)
    assert.ok(Math.max(...perSecond.values()) <= 200)
    await assertExact(placeOf(bed), 200)
  })

  it('leaves nothing to count in a journal after a quiet end', async () => {
    await using folder = await TemporaryFolder.create()
    const location = await tableForTest()
    await commitEvents(location, 'flush', 100, { journal: folder.path })
    await assertExact(location, 100)
  })
})
