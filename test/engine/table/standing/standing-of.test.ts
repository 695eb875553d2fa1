import assert from 'node:assert/strict'
import { DAY_MS, HOUR_MS } from '../../../../engine/hours.ts'
import { standingOf } from '../../../../engine/table/standing/standing-of.ts'
import type { TableStatus } from '../../../../engine/table/table-status.ts'
import { countOf, factsOf, statusOf } from './facts.ts'

const TODAY = Date.UTC(2026, 10, 21)
/** 1,000 events an hour for a week: 3.5 write units a second would be 4,200 an hour. */
const WEEK = Array.from({ length: 7 * 24 }, (_, at) =>
  countOf({
    hour: TODAY - 7 * DAY_MS + at * HOUR_MS,
    events: 1_000,
    lines: 40_000,
    bytes: 1_300_000,
    writeUnits: 3_000,
  }),
)

describe('where a table stands', () => {
  it('is what AWS reports, with the overhead of items and entries, and the rates of a week', () => {
    const { storage, writes, month, left, dollars, near } = standingOf(
      factsOf({ status: statusOf(720_000), counts: WEEK }),
    )
    assert.equal(storage.source, 'reported')
    assert.equal(storage.bytes, 720_000 * (1_300 + 180 + 200))
    assert.equal(storage.bytesADay, 24_000 * (1_300 + 180 + 200))
    assert.equal(storage.levelsOffAtBytes, 30 * 24_000 * 1_680)
    assert.equal(storage.daysUntilFullWithRetention, null)
    assert.equal(Math.floor(storage.daysUntilFull ?? 0), 590)
    assert.equal(writes.provisioned, 25)
    assert.equal(writes.perSecond.toFixed(4), '0.8333')
    assert.equal(writes.peak?.perSecond.toFixed(4), '0.8333')
    assert.deepEqual(month, { events: 720_000, lines: 28_800_000, rawBytes: 7_200_000_000 })
    assert.equal(left?.bound, 'writes')
    assert.deepEqual([dollars, near], [0, []])
  })

  it('takes what was counted where AWS has not measured yet, and says so', () => {
    const { storage } = standingOf(factsOf({ status: statusOf(0), counts: WEEK }))
    assert.equal(storage.source, 'counted')
    assert.equal(storage.bytes, 7 * 24_000 * 1_680)
  })

  it('goes without what may not be described', () => {
    const { billing, writes, storage } = standingOf(factsOf({ counts: WEEK }))
    assert.deepEqual(
      [billing, writes.provisioned, storage.source],
      [undefined, undefined, 'counted'],
    )
    assert.equal(standingOf(factsOf({})).storage.source, 'unknown')
  })

  it('costs what passes the free tier: storage, units, and writes on demand', () => {
    const full = standingOf(factsOf({ status: statusOf(20_000_000) }))
    assert.equal(full.dollars, (20_000_000 * 1_680 - 25e9) / 1e9 / 4)
    const wide = standingOf(factsOf({ status: statusOf(1, { units: { write: 33, read: 12 } }) }))
    assert.equal(wide.dollars, 9.49)
    const { units: _units, feed: _feed, ...bare } = statusOf(1)
    const status: TableStatus = { ...bare, billing: 'on-demand' }
    const paid = standingOf(factsOf({ status, counts: WEEK }))
    assert.equal(paid.dollars.toFixed(4), ((720_000 * 3 * 0.625) / 1e6).toFixed(4))
    assert.equal(paid.left?.events, 0)
  })

  it('warns of limits that are near', () => {
    const busy = WEEK.map((count) => ({ ...count, writeUnits: 75_000 }))
    const { near } = standingOf(factsOf({ status: statusOf(13_000_000), counts: busy }))
    assert.deepEqual(
      near.map(({ limit }) => limit),
      ['storage', 'writes'],
    )
  })

  it('does not count on an expiry that is off', () => {
    const status = statusOf(720_000, { expiry: 'disabled' })
    const { storage, retention } = standingOf(factsOf({ status, counts: WEEK }))
    assert.equal(retention.isOn, false)
    assert.equal(storage.daysUntilFullWithRetention, storage.daysUntilFull)
  })
})
