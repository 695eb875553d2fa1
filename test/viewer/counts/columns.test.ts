import assert from 'node:assert/strict'
import fc from 'fast-check'
import { columnsOf, endOf, stepsBefore, stepsOver } from '../../../viewer/counts/columns.ts'
import { DAY_MS, HOUR_MS } from '../../../engine/hours.ts'
import { anyEvents, anySteps, countsOf, sumOf } from './any-counts.ts'

const anyTime = fc.integer({ min: 0, max: Date.UTC(2100, 0) })
const anyLength = fc.integer({ min: 0, max: 500 * DAY_MS })

describe('the columns of a chart', () => {
  it('add up to what was counted', () => {
    fc.assert(
      fc.property(anyEvents, anySteps, (events, steps) => {
        const columns = columnsOf(countsOf(events), steps)
        assert.equal(columns.length, steps.length)
        assert.equal(sumOf(columns.map((column) => column.events)), events.length)
        assert.equal(
          sumOf(columns.map(({ lines }) => lines)),
          sumOf(events.map(({ lines }) => lines)),
        )
      }),
    )
  })

  it('hold exactly the events of their time', () => {
    fc.assert(
      fc.property(anyEvents, anySteps, (events, steps) => {
        for (const [index, column] of columnsOf(countsOf(events), steps).entries()) {
          const { from, to, levels } = column
          assert.equal(from, steps.from + index * steps.stepMs)
          assert.equal(to, from + steps.stepMs - 1)
          const those = events.filter(
            ({ milliseconds }) => milliseconds >= from && milliseconds <= to,
          )
          for (const level of ['debug', 'info', 'warn', 'error'] as const) {
            assert.equal(levels[level], those.filter((event) => event.level === level).length)
          }
        }
      }),
    )
  })

  it('leave out what lies outside', () => {
    const [count] = countsOf([
      {
        milliseconds: 5 * HOUR_MS,
        prefix: 'workout',
        level: 'info',
        lines: 1,
        bytes: 1,
        writeUnits: 1,
        duration: 1,
      },
    ])
    assert.ok(count)
    for (const from of [0, 6 * HOUR_MS]) {
      const columns = columnsOf([count], { from, stepMs: HOUR_MS, length: 5 })
      assert.equal(sumOf(columns.map(({ events }) => events)), 0)
    }
  })
})

describe('the steps over a time', () => {
  it('cover it from whole hour to whole hour, and are few enough to be told apart', () => {
    fc.assert(
      fc.property(anyTime, anyLength, (from, length) => {
        const to = from + length
        const steps = stepsOver(from, to)
        assert.equal(steps.from % HOUR_MS, 0)
        assert.equal(steps.stepMs % HOUR_MS, 0)
        assert.ok(steps.from <= from && from < steps.from + steps.stepMs)
        assert.ok(to <= endOf(steps) && to > endOf(steps) - steps.stepMs)
        assert.ok(steps.length >= 1 && steps.length <= 32, `${steps.length} steps`)
      }),
    )
  })

  it('are as short as can be', () => {
    const now = Date.UTC(2026, 10, 21, 10, 41)
    const hoursOf = (length: number): number => stepsOver(now - length, now).stepMs / HOUR_MS
    assert.deepEqual(
      [DAY_MS, 2 * DAY_MS, 3 * DAY_MS, 7 * DAY_MS, 15 * DAY_MS, 30 * DAY_MS].map(hoursOf),
      [1, 2, 3, 6, 12, 24],
    )
  })

  it('come right after as many before', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const before = stepsBefore(steps)
        assert.equal(endOf(before) + 1, steps.from)
        assert.equal(before.length, steps.length)
      }),
    )
  })
})
