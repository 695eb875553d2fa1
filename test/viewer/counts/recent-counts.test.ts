import assert from 'node:assert/strict'
import { StacktaleError } from '../../../engine/errors/stacktale-error.ts'
import type { CountsPage, CountsQuery } from '../../../engine/table/counts-query.ts'
import { DAY_MS, HOUR_MS } from '../../../engine/hours.ts'
import { RecentCounts } from '../../../viewer/counts/recent-counts.ts'
import { MemoryReader } from '../memory-reader.ts'
import { sample } from '../sample/sample-events.ts'
import { NOW } from '../serve.ts'

const MINUTE_MS = 60_000
const { events } = sample(NOW)

/** Keeps which days it was asked for. */
class CountingReader extends MemoryReader {
  readonly days: string[] = []
  isThrottled = false

  override async counts(query: CountsQuery = {}): Promise<CountsPage> {
    this.days.push(new Date(Number(query.from)).toISOString().slice(0, 10))
    if (this.isThrottled) throw new StacktaleError('throttled', 'Ask again in a second.')
    return await super.counts(query)
  }
}

describe('recent counts', () => {
  it('are those of the hours asked for, the first and the last included', async () => {
    const reader = new MemoryReader(events)
    const recent = new RecentCounts(reader, () => NOW)
    for (const hours of [0, 3, 30]) {
      const time = { from: NOW - hours * HOUR_MS, to: NOW }
      assert.deepEqual((await recent.read(time)).counts, (await reader.counts(time)).counts)
    }
  })

  it('cost what was read for them, which is each day once a minute, and a past one once in ten', async () => {
    const reader = new CountingReader(events)
    let now = NOW
    const recent = new RecentCounts(reader, () => now)
    const costs: number[] = []
    for (const minutes of [0, 0.9, 1, 9, 10]) {
      now = NOW + minutes * MINUTE_MS
      const { readUnits } = await recent.read({ from: now - DAY_MS, to: now })
      costs.push(readUnits)
    }
    assert.deepEqual(costs, [1, 0, 0.5, 0.5, 1])
    assert.deepEqual(reader.days, [
      '2026-11-20',
      '2026-11-21',
      '2026-11-21',
      '2026-11-21',
      '2026-11-20',
      '2026-11-21',
    ])
  })

  it('are read once for two who ask at the same time', async () => {
    const reader = new CountingReader(events)
    const recent = new RecentCounts(reader, () => NOW)
    const time = { from: NOW, to: NOW }
    const read = await Promise.all([recent.read(time), recent.read(time)])
    assert.deepEqual(
      read.map(({ readUnits }) => readUnits),
      [0.5, 0],
    )
    assert.deepEqual(read[0].counts, read[1].counts)
  })

  it('that could not be read are asked for again', async () => {
    const reader = new CountingReader(events)
    const recent = new RecentCounts(reader, () => NOW)
    reader.isThrottled = true
    await assert.rejects(recent.read({ from: NOW, to: NOW }), { code: 'throttled' })
    reader.isThrottled = false
    assert.ok((await recent.read({ from: NOW, to: NOW })).counts.length > 0)
  })

  it('are kept of 32 days, those longest unread forgotten', async () => {
    const reader = new CountingReader(events)
    const recent = new RecentCounts(reader, () => NOW)
    await recent.read({ from: NOW - 32 * DAY_MS, to: NOW })
    reader.days.length = 0
    await recent.read({ from: NOW - 31 * DAY_MS, to: NOW })
    assert.deepEqual(reader.days, [])
    await recent.read({ from: NOW - 32 * DAY_MS, to: NOW - 32 * DAY_MS })
    assert.deepEqual(reader.days, ['2026-10-20'])
  })
})
