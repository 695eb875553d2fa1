import assert from 'node:assert/strict'
import fc from 'fast-check'
import { PLOT_HEIGHT } from '../../../viewer/charts/chart-frame.ts'
import { durationBars } from '../../../viewer/charts/duration-bars.ts'
import { columnsOf } from '../../../viewer/counts/columns.ts'
import { medianOf } from '../../../viewer/counts/tally.ts'
import { anyEvents, anySteps, countsOf } from '../counts/any-counts.ts'

const anyColumns = fc
  .tuple(anyEvents, anySteps)
  .map(([events, steps]) => columnsOf(countsOf(events), steps))

describe('bars of durations', () => {
  it('stand where something is counted, within the plot, the median below p95', () => {
    fc.assert(
      fc.property(anyColumns, (columns) => {
        for (const [index, bar] of durationBars(columns).bars.entries()) {
          assert.equal(bar === undefined, columns[index]?.events === 0)
          if (bar === undefined) continue
          assert.ok(bar.p95 >= 0 && bar.median <= PLOT_HEIGHT && bar.p95 <= bar.median)
        }
      }),
    )
  })

  it('are the higher the longer it took', () => {
    fc.assert(
      fc.property(anyColumns, (columns) => {
        const medians = durationBars(columns)
          .bars.map((bar, index) => ({ y: bar?.median, ms: medianOf(columns[index] ?? NOTHING) }))
          .filter(({ y }) => y !== undefined)
          .toSorted((a, b) => (a.ms ?? 0) - (b.ms ?? 0))
          .map(({ y }) => y ?? 0)
        assert.deepEqual(
          medians,
          medians.toSorted((a, b) => b - a),
        )
      }),
    )
  })

  it('have a scale that rises', () => {
    fc.assert(
      fc.property(anyColumns, (columns) => {
        const { gridlines } = durationBars(columns)
        const places = gridlines.map(({ y }) => y)
        assert.ok(places.length > 0)
        assert.ok(places.every((y) => y >= 0 && y <= PLOT_HEIGHT))
        assert.deepEqual(
          places,
          places.toSorted((a, b) => b - a),
        )
      }),
    )
  })
})

const NOTHING = {
  events: 0,
  lines: 0,
  levels: { debug: 0, info: 0, warn: 0, error: 0 },
  durations: [],
}
