import assert from 'node:assert/strict'
import { chartCost } from '../../../../scripts/bench/cost/charts.ts'

describe('a day of charts', () => {
  it('takes at most 5 read units with ten writers, and no less for more of them', () => {
    const units = [1, 3, 10].map((writers) => chartCost(writers).dayUnits)
    assert.deepEqual(
      units,
      units.toSorted((a, b) => a - b),
    )
    assert.ok((units.at(-1) ?? 0) <= 5, String(units))
  })

  it('is of counts as they are stored: beyond a kilobyte, compressed', () => {
    assert.ok(chartCost(1).itemBytes > 1024)
  })
})
