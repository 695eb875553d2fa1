import assert from 'node:assert/strict'
import fc from 'fast-check'
import { costElsewhere } from '../../../../engine/table/standing/elsewhere.ts'
import { PRICES, RAW_BYTES_A_LINE } from '../../../../engine/table/standing/prices.ts'

function dollarsFor(lines: number, keptDays: number | null = 30): Record<string, number> {
  const costs = costElsewhere({ lines, rawBytes: lines * RAW_BYTES_A_LINE }, keptDays)
  return Object.fromEntries(
    costs.map(({ vendor, dollars }) => [vendor, Math.round(dollars * 100) / 100]),
  )
}

describe('what a month costs elsewhere', () => {
  it('is what the price lists say, worked out by hand', () => {
    assert.deepEqual(dollarsFor(40_000_000), {
      // 5 of 10 GB are free; 1.5 GB that are stored are.
      'CloudWatch Logs': 2.5,
      // 10 GB at 0.10, 40 million records at 1.70.
      Datadog: 69,
      // A GB a day at least.
      Splunk: 150,
      // 10 of 50 GB that are included.
      'Grafana Cloud': 19,
      // 10 GB at 0.10, and kept for a month at 0.05.
      'Better Stack': 1.5,
    })
    assert.deepEqual(dollarsFor(400_000_000, 60), {
      // 95 GB at 0.50, 25 of 30 GB that are stored at 0.03.
      'CloudWatch Logs': 48.25,
      Datadog: 690,
      // 3.33 GB a day are 4.
      Splunk: 600,
      // 50 GB at 0.55 on top.
      'Grafana Cloud': 46.5,
      'Better Stack': 20,
    })
  })

  it('is nothing for no lines, and never less for more of them or for keeping them longer', () => {
    assert.deepEqual(new Set(Object.values(dollarsFor(0))), new Set([0]))
    fc.assert(
      fc.property(
        fc.nat({ max: 1e9 }),
        fc.nat({ max: 1e9 }),
        fc.integer({ min: 1, max: 365 }),
        (lines, more, days) => {
          const few = dollarsFor(lines, days)
          const many = dollarsFor(lines + more, days + 1)
          for (const [vendor, dollars] of Object.entries(few)) {
            assert.ok((many[vendor] ?? -1) >= dollars, vendor)
          }
        },
      ),
    )
  })

  it('is in burritos of $7.40', () => {
    for (const { dollars, burritos } of costElsewhere({ lines: 1e6, rawBytes: 250e6 }, 30)) {
      assert.ok(Math.abs(burritos * 7.4 - dollars) < 1e-9)
    }
  })

  it('names a plan for nothing only where the lines fit into it', () => {
    const freeDays = (gb: number): readonly (number | null)[] =>
      costElsewhere({ lines: 1, rawBytes: gb * 1e9 }, 30).map(({ freeForDays }) => freeForDays)
    assert.deepEqual(freeDays(3), [null, null, null, 14, 3])
    assert.deepEqual(freeDays(50), [null, null, null, 14, null])
    assert.deepEqual(freeDays(50.1), [null, null, null, null, null])
  })
})

describe('the list of prices', () => {
  it('says of each price of when it is, and from where', () => {
    for (const { vendor, asOf, source } of PRICES) {
      assert.match(asOf, /^20\d\d-(0[1-9]|1[0-2])(-\d\d)?$/, vendor)
      assert.match(source, /^https:\/\//, vendor)
    }
  })
})
