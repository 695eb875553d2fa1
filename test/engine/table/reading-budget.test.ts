import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { DynamoDbSink } from '../../../engine/sinks/dynamodb-sink.ts'
import { costAhead } from '../../../engine/table/cost-ahead.ts'
import type { EventPage, EventQuery } from '../../../engine/table/event-page.ts'
import { TableReader } from '../../../engine/table/table-reader.ts'
import { eventOf } from '../../scripts/cli/stories.ts'
import { tableForTest } from './table-for-test.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const NOW = Date.parse('2026-11-21T00:00:00Z')
const DAYS = 10
const BEGIN = NOW - DAYS * DAY_MS
const PREFIXES = ['billing', 'workout']
const AN_HOUR = 2

describe('reading within a budget', () => {
  let reader: TableReader

  before(async () => {
    const location = await tableForTest()
    reader = new TableReader({ ...location, clock: () => NOW })
    const sink = new DynamoDbSink(location)
    for (let at = BEGIN; at < NOW; at += HOUR_MS) {
      const events = PREFIXES.flatMap((prefix) =>
        Array.from({ length: AN_HOUR }, (_, index) =>
          eventOf({ object: `${prefix}_${index}`, at: at + index * 1000 }),
        ),
      )
      await Promise.all(events.map((event) => sink.write(event)))
    }
    const story = (): string => randomBytes(30_000).toString('base64')
    for (let index = 0; index < 30; index += 1) {
      await sink.write(eventOf({ object: 'big_1', at: BEGIN - index, lines: [{ text: story() }] }))
    }
  })

  async function rest(query: EventQuery, page: EventPage): Promise<number> {
    const all = { ...query, limit: 1000, maxReadUnits: 10_000 }
    const { readUnits } = await reader.feed({
      ...all,
      ...(page.cursor !== undefined && { cursor: page.cursor }),
    })
    return readUnits
  }

  it('stops before it takes more', async () => {
    for (const maxReadUnits of [2.5, 3, 4, 6, 9]) {
      const page = await reader.feed({ level: 'error', from: BEGIN, maxReadUnits })
      assert.ok(page.readUnits <= maxReadUnits, `${page.readUnits} of ${maxReadUnits}`)
      assert.equal(page.stopped, 'budget')
    }
  })

  it('takes of big stories what it may, but for the request by which it learns their size', async () => {
    const page = await reader.object('big_1', { level: 'error', maxReadUnits: 10 })
    const again = await reader.object('big_1', { limit: 2, maxReadUnits: 10 })
    assert.ok(page.readUnits <= 150, `${page.readUnits}`)
    assert.ok(again.readUnits <= 25, `${again.readUnits}`)
  })

  it('estimates what the rest of the time that was asked for costs', async () => {
    const query = { level: 'error', from: BEGIN } as const
    const page = await reader.feed({ ...query, maxReadUnits: 5 })
    const estimate = page.ahead?.readUnits ?? Number.NaN
    const paid = await rest(query, page)
    assert.ok(estimate > paid / 2 && estimate < paid * 2, `${estimate} for ${paid}`)
  })

  it('estimates what a day costs, where the time that was asked for has no beginning', async () => {
    const page = await reader.feed({ prefix: 'workout', level: 'error', maxReadUnits: 2 })
    assert.equal(page.ahead?.readUnits, undefined)
    const aDay = page.ahead?.readUnitsADay ?? Number.NaN
    const whole = await reader.feed({
      prefix: 'workout',
      level: 'error',
      from: BEGIN,
      maxReadUnits: 10_000,
    })
    const paid = whole.readUnits / DAYS
    assert.ok(aDay > paid / 2 && aDay < paid * 2 + 0.5, `${aDay} for ${paid}`)
  })

  it('says that a page is full, and nothing at the end', async () => {
    const page = await reader.feed({ prefix: 'workout', limit: 5 })
    assert.equal(page.stopped, 'limit')
    assert.ok(page.ahead !== undefined)
    const all = await reader.feed({ prefix: 'big', limit: 100 })
    assert.equal(all.stopped, undefined)
    assert.equal(all.ahead, undefined)
  })

  it('tells nothing of the rest where hardly any time was covered', () => {
    const covered = { earlier: NOW - 999, later: NOW, readUnits: 2, from: BEGIN }
    assert.equal(costAhead(covered), undefined)
    assert.deepEqual(costAhead({ ...covered, earlier: NOW - DAY_MS }), {
      readUnitsADay: 2,
      readUnits: 18,
    })
  })

  it('refuses a pace that is none', () => {
    for (const readUnitsPerSecond of [0, -1, Number.NaN]) {
      assert.throws(() => new TableReader({ readUnitsPerSecond }), {
        code: 'option-invalid',
        message: /"readUnitsPerSecond" must be a number above 0/,
      })
    }
  })
})
