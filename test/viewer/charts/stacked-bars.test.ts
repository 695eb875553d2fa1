import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Level } from '../../../engine/level.ts'
import { LEVELS } from '../../../engine/level.ts'
import type { Count } from '../../../engine/table/index.ts'
import { PLOT_HEIGHT } from '../../../viewer/charts/chart-frame.ts'
import { stackedBars } from '../../../viewer/charts/stacked-bars.ts'
import { columnsOf } from '../../../viewer/counts/columns.ts'
import { anyEvents, anySteps, countsOf, sumOf } from '../counts/any-counts.ts'

/** What rounding to half a pixel, of a part and of what is below it, makes of a length. */
const ROUNDING = 0.25

const anyColumns = fc
  .tuple(anyEvents, anySteps)
  .map(([events, steps]) => columnsOf(countsOf(events), steps))

describe('stacked bars', () => {
  it('have a part for each level that is there, seen however few there are', () => {
    fc.assert(
      fc.property(anyColumns, (columns) => {
        const { bars } = stackedBars(columns)
        assert.equal(bars.length, columns.length)
        for (const [index, parts] of bars.entries()) {
          const levels = columns[index]?.levels
          for (const level of ['debug', 'info', 'warn', 'error'] as const) {
            const part = parts.find((each) => each.level === level)
            assert.equal(part !== undefined, levels?.[level] !== 0)
            assert.ok(part === undefined || part.height >= 3)
          }
        }
      }),
    )
  })

  it('are as high as their events are many', () => {
    fc.assert(
      fc.property(anyColumns, (columns) => {
        const { bars } = stackedBars(columns)
        const most = Math.max(...columns.map(({ events }) => events))
        const tallest = bars[columns.findIndex(({ events }) => events === most)] ?? []
        const unit = sumOf(tallest.map(({ height }) => height)) / most
        for (const [index, parts] of bars.entries()) {
          for (const { level, height } of parts) {
            const events = columns[index]?.levels[level] ?? 0
            if (height > 3)
              assert.ok(Math.abs(height - events * unit) <= 4 * ROUNDING + events * 0.1)
          }
        }
      }),
    )
  })

  it('stand on the ground, one part on the other, errors lowest, within the plot', () => {
    fc.assert(
      fc.property(anyColumns, (columns) => {
        for (const parts of stackedBars(columns).bars) {
          let ground = PLOT_HEIGHT
          for (const { y, height } of parts) {
            assert.ok(y >= 0)
            assert.equal(y + height, ground)
            ground = y
          }
          const ranks = parts.map(({ level }) => ['error', 'warn', 'info', 'debug'].indexOf(level))
          assert.deepEqual(
            ranks,
            ranks.toSorted((a, b) => a - b),
          )
        }
      }),
    )
  })

  it('show one event of a level among thousands, whichever it is', () => {
    const event = { prefix: 'workout', lines: 1, bytes: 1, writeUnits: 1, duration: 1 }
    const milliseconds = Date.UTC(2026, 10, 21)
    const countsAt = (level: Level, events: number): readonly Count[] =>
      countsOf(Array.from({ length: events }, () => ({ ...event, milliseconds, level })))
    const counts = LEVELS.flatMap((level) => countsAt(level, level === 'info' ? 9_999 : 1))
    const [parts = []] = stackedBars(
      columnsOf(counts, { from: milliseconds, stepMs: 3_600_000, length: 1 }),
    ).bars
    assert.deepEqual(
      parts.map(({ level, height }) => [level, height]),
      [
        ['error', 3],
        ['warn', 3],
        ['info', 131],
        ['debug', 3],
      ],
    )
    assert.deepEqual(parts.at(-1)?.y, 0)
  })

  it('have a scale of whole numbers', () => {
    fc.assert(
      fc.property(anyColumns, (columns) => {
        const { gridlines } = stackedBars(columns)
        assert.ok(gridlines.length > 0)
        for (const { y, label } of gridlines) {
          assert.ok(y >= 0 && y < PLOT_HEIGHT)
          assert.match(label, /^\d/)
        }
      }),
    )
  })
})
