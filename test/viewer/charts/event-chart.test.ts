import assert from 'node:assert/strict'
import fc from 'fast-check'
import { eventChart } from '../../../viewer/charts/event-chart.ts'
import type { LinkedNumber } from '../../../viewer/charts/event-chart.ts'
import { timeTicks } from '../../../viewer/charts/time-axis.ts'
import { addressesBelow } from '../../../viewer/addresses.ts'
import { columnsOf } from '../../../viewer/counts/columns.ts'
import { parseFilters } from '../../../viewer/query/parse-filters.ts'
import { isAtLeast } from '../../../engine/level.ts'
import { anyEvents, anySteps, countsOf } from '../counts/any-counts.ts'

const addresses = addressesBelow('/logs', '/assets')

describe('a chart of events', () => {
  it('links each number to just as many events', () => {
    fc.assert(
      fc.property(anyEvents, anySteps, (events, steps) => {
        const chart = eventChart(columnsOf(countsOf(events), steps), steps, addresses.events)
        const listedAt = (address: string): number => {
          const parsed = parseFilters(new URL(address, 'http://localhost').searchParams)
          assert.ok(parsed.ok)
          const { from = NaN, to = NaN, level = 'debug' } = parsed.filters
          return events.filter(
            (event) =>
              event.milliseconds >= from &&
              event.milliseconds <= to &&
              isAtLeast(event.level, level),
          ).length
        }
        const isTrue = ({ text, address }: LinkedNumber): boolean =>
          text === listedAt(address).toLocaleString('en-US')
        for (const column of chart.columns) {
          assert.ok(isTrue(column.events) && isTrue(column.troubles) && isTrue(column.errors))
          assert.equal(column.address, column.events.address)
        }
      }),
    )
  })

  it('has labels below it, in order, none cut', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const places = timeTicks(steps).map(({ x }) => Number.parseFloat(x))
        assert.ok(places.length >= 3 && places.length <= 20, String(places.length))
        assert.ok(places.every((x) => x >= 0 && x <= 97))
        assert.deepEqual(
          places,
          places.toSorted((a, b) => a - b),
        )
      }),
    )
  })

  it('names days at their beginning, and hours', () => {
    const from = Date.UTC(2026, 10, 20, 11)
    const labels = timeTicks({ from, stepMs: 3_600_000, length: 24 }).map(({ label }) => label)
    assert.deepEqual(labels, [
      '12:00',
      '15:00',
      '18:00',
      '21:00',
      '21 Nov',
      '03:00',
      '06:00',
      '09:00',
    ])
  })
})
