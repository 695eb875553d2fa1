import assert from 'node:assert/strict'
import { Testbed } from '../../../scripts/aws-stand-in/testbed.ts'
import { OnDemand } from './on-demand.ts'
import { storedTitles, texts } from './stored-events.ts'

const EVENTS = 10_000
const AT_A_TIME = 1_000
/** How likely each fault is of a request; 0.2 all in all. */
const CHANCES = {
  resetBefore: 0.04,
  resetAfter: 0.03,
  cutReply: 0.03,
  internalError: 0.03,
  internalErrorAfter: 0.02,
  throttle: 0.02,
  delay: 0.03,
} as const
/** Of a put, of which a batch has 25. */
const UNPROCESSED = 0.01
/** Of these a client waits five seconds for each. */
const BLACK_HOLES = 2

describe('delivery through faults of all kinds', function () {
  this.timeout(120_000)

  for (const [where, worker] of [
    ['from the worker', true],
    ["from the application's own thread", false],
  ] as const) {
    it(`stores 10,000 events, none of them twice, and balances its ledger, ${where}`, async () => {
      await using bed = await Testbed.create({ seed: Math.floor(Math.random() * 2 ** 32) })
      const { aws, table } = bed
      console.log(`      seed ${aws.seed}`)
      const location = { table, region: 'us-east-1', endpoint: aws.endpoint }
      await using program = await OnDemand.start({ location })
      await program.configure({ worker, queueBytes: 256 * 1024 * 1024 })
      Object.assign(aws.faults, CHANCES, { unprocessed: UNPROCESSED, delayMs: 50 })
      let batches = 0
      let holesLeft = BLACK_HOLES
      aws.faults.blackHole = ({ operation }) => {
        if (operation === 'BatchWriteItem') batches += 1
        if (batches % 100 !== 50 || holesLeft === 0) return false
        holesLeft -= 1
        return true
      }
      const outcomes: string[] = []
      for (let from = 0; from < EVENTS; from += AT_A_TIME) {
        outcomes.push(...(await program.commit(texts(AT_A_TIME, from))))
      }
      const { accepted, stored, inFlight, dropped } = await program.untilStored(EVENTS)
      aws.faults.clear()
      assert.deepEqual([accepted, stored, inFlight, dropped], [EVENTS, EVENTS, 0, 0])
      assert.deepEqual(program.unbalanced, [])
      assert.deepEqual(await storedTitles(location, 'demand_1'), texts(EVENTS).toSorted())
      const puts = [...aws.counts.puts.values()].reduce((sum, count) => sum + count, 0)
      assert.ok(puts > EVENTS + 1, 'some were put again')
      const struck: readonly string[] = [...aws.counts.injected.keys()]
      for (const fault of [...Object.keys(CHANCES), 'unprocessed', 'blackHole']) {
        assert.ok(struck.includes(fault), `${fault} struck`)
      }
      assert.equal(program.workers, worker ? 1 : 0)
    })
  }
})
