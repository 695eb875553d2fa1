import assert from 'node:assert/strict'
import { anySeed, seededRandom } from '../../../../scripts/aws-stand-in/random.ts'
import { Testbed } from '../../../scripts/aws-stand-in/testbed.ts'
import { OnDemand } from './on-demand.ts'
import { storedTitles, texts } from './stored-events.ts'
import { note } from '../../../mocha/note.ts'

const EVENTS = 10_000
/** How likely each fault is of a request; 0.2 all in all. */
const CHANCES = {
  resetBefore: 0.05,
  resetAfter: 0.03,
  cutReply: 0.03,
  internalError: 0.04,
  internalErrorAfter: 0.02,
  delay: 0.03,
} as const
/** Of these a client waits five seconds for each. */
const BLACK_HOLES = 1
/** Pacing takes each for a sign that the table gives no more, and sends slowly for long: late, and few. */
const THROTTLES = 3
const UNPROCESSED = 10
const THROTTLED_FROM = 9_000

/** Strikes so many times, as soon as it may. */
function times(count: number, mayStrike: () => boolean): () => boolean {
  let left = count
  return () => {
    if (left === 0 || !mayStrike()) return false
    left -= 1
    return true
  }
}

describe('delivery through faults of all kinds', function () {
  this.timeout(180_000)

  for (const [where, worker] of [
    ['from the worker', true],
    ["from the application's own thread", false],
  ] as const) {
    it(`stores 10,000 events, none of them twice, and balances its ledger, ${where}`, async () => {
      await using bed = await Testbed.create({ seed: anySeed() })
      const { aws, table } = bed
      note(`seed ${aws.seed}`)
      const location = { table, region: 'us-east-1', endpoint: aws.endpoint }
      await using program = await OnDemand.start({ location })
      await program.configure({ worker, queueBytes: 256 * 1024 * 1024 })
      const random = seededRandom(aws.seed)
      const isLate = (): boolean => aws.counts.puts.size > THROTTLED_FROM
      Object.assign(aws.faults, CHANCES, {
        delayMs: 50,
        blackHole: times(BLACK_HOLES, () => random() < 0.05),
        throttle: times(THROTTLES, isLate),
        unprocessed: times(UNPROCESSED, () => isLate() && random() < 0.2),
      })
      void program.commit(texts(EVENTS))
      const { accepted, stored, inFlight, dropped } = await program.untilStored(EVENTS)
      aws.faults.clear()
      assert.deepEqual([accepted, stored, inFlight, dropped], [EVENTS, EVENTS, 0, 0])
      assert.deepEqual(program.unbalanced, [])
      assert.deepEqual(await storedTitles(location, 'demand_1'), texts(EVENTS).toSorted())
      const puts = [...aws.counts.puts.values()].reduce((sum, count) => sum + count, 0)
      assert.ok(puts > EVENTS + 1, 'some were put again')
      const struck = new Set<string>(aws.counts.injected.keys())
      for (const fault of [...Object.keys(CHANCES), 'blackHole', 'throttle', 'unprocessed']) {
        assert.ok(struck.has(fault), `${fault} struck`)
      }
      assert.equal(program.workers, worker ? 1 : 0)
    })
  }
})
