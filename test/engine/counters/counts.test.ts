import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Count, CountedEvent } from '../../../engine/counters/counts.ts'
import { Counts } from '../../../engine/counters/counts.ts'
import { countsOfItem, countsItem } from '../../../engine/counters/counts-item.ts'
import { countsJson, countsOfJson } from '../../../engine/counters/counts-json.ts'
import { itemSize } from '../../../engine/cost.ts'
import { StacktaleError } from '../../../engine/errors/stacktale-error.ts'
import { anyCountedEvent, SOME_DAY } from './any-counted-event.ts'

const anyEvents = fc.array(anyCountedEvent)

function countsOf(events: readonly CountedEvent[]): Counts {
  const counts = new Counts()
  for (const event of events) counts.add(event)
  return counts
}

function totalOf(
  values: Iterable<Count | CountedEvent>,
  name: 'lines' | 'bytes' | 'writeUnits',
): number {
  return [...values].reduce((sum, value) => sum + value[name], 0)
}

describe('counts', () => {
  it('add up to their events', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const counts = countsOf(events)
        assert.equal(counts.events, events.length)
        const rows = [...counts]
        assert.equal(
          rows.reduce((sum, row) => sum + row.events, 0),
          events.length,
        )
        for (const name of ['lines', 'bytes', 'writeUnits'] as const) {
          assert.equal(totalOf(rows, name), totalOf(events, name))
        }
        for (const row of rows) {
          assert.equal(
            row.durations.reduce((sum, count) => sum + count, 0),
            row.events,
          )
        }
      }),
    )
  })

  it('keep hours, prefixes and levels apart', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        for (const { hour, prefix, level, events: count } of countsOf(events)) {
          const those = events.filter(
            (event) =>
              event.prefix === prefix &&
              event.level === level &&
              event.milliseconds >= hour &&
              event.milliseconds < hour + 3_600_000,
          )
          assert.equal(count, those.length)
        }
      }),
    )
  })

  it('merge in any order and grouping to the same', () => {
    fc.assert(
      fc.property(anyEvents, anyEvents, anyEvents, (one, two, three) => {
        const [a, b, c] = [countsOf(one), countsOf(two), countsOf(three)]
        const expected = [...countsOf([...one, ...two, ...three])]
        assert.deepEqual([...Counts.of(Counts.of(a, b), c)], expected)
        assert.deepEqual([...Counts.of(a, Counts.of(b, c))], expected)
        assert.deepEqual([...Counts.of(c, b, a)], expected)
      }),
    )
  })

  it('come back from JSON and from an item as they were', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const counts = countsOf(events)
        assert.deepEqual(countsOfJson(countsJson(counts), SOME_DAY), [...counts])
        const item = countsItem(SOME_DAY, '7', counts)
        assert.deepEqual(countsOfItem({ ...item }, SOME_DAY), [...counts])
        assert.equal(item.events, events.length)
        if (item.counts !== undefined) assert.ok(itemSize(item) <= 1024)
      }),
    )
  })

  it('that are not what was written are refused', () => {
    for (const json of ['', '{}', '[]', 'null', '{"prefixes":[],"durations":[[0,1]]}']) {
      assert.throws(
        () => countsOfJson(json, SOME_DAY),
        (error) => error instanceof StacktaleError && error.code === 'body-damaged',
      )
    }
  })
})
