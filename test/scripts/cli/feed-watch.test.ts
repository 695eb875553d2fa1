import assert from 'node:assert/strict'
import type { LogEvent } from '../../../engine/event.ts'
import { millisecondsOf } from '../../../engine/item/timestamp.ts'
import type { FeedQuery } from '../../../engine/table/event-page.ts'
import { FeedWatch } from '../../../scripts/cli/feed-watch.ts'
import { eventOf } from './stories.ts'

const START = Date.parse('2026-01-05T00:00:00Z')
const MINUTE_MS = 60_000

describe('watching the feeds', () => {
  let now: number
  let stored: LogEvent[]
  let isDown: boolean
  let watch: FeedWatch

  beforeEach(async () => {
    now = START
    stored = [eventOf({ at: START - 1 })]
    isDown = false
    const reader = {
      prefixes: async () => {
        const names = [...new Set(stored.map(({ prefix }) => prefix))]
        return { names, readUnits: 0.5 }
      },
      feed: async ({ prefix, from = 0 }: FeedQuery = {}) => {
        if (isDown) throw new Error('down')
        const events = stored
          .filter((event) => event.prefix === prefix)
          .filter(({ timestamp }) => millisecondsOf(timestamp) >= Number(from))
          .map((event) => ({ ...event, lines: event.lines.length }))
        return { events, readUnits: 0.5 }
      },
    }
    watch = new FeedWatch(reader, {}, () => now)
    await watch.begin()
  })

  async function objects(): Promise<readonly string[]> {
    const events = await watch.poll()
    return events.map(({ object }) => object)
  }

  it('finds each event once', async () => {
    stored.push(eventOf({ object: 'workout_1', at: now }))
    assert.deepEqual(await objects(), ['workout_1'])
    assert.deepEqual(await objects(), [])
  })

  it('gives the oldest first', async () => {
    stored.push(eventOf({ object: 'workout_2', at: now + 2 }))
    stored.push(eventOf({ object: 'workout_1', at: now + 1 }))
    assert.deepEqual(await objects(), ['workout_1', 'workout_2'])
  })

  it('finds an event that came later than a younger one', async () => {
    stored.push(eventOf({ object: 'workout_2', at: now + 20_000 }))
    now += 20_000
    await watch.poll()
    stored.push(eventOf({ object: 'workout_1', at: now - 10_000 }))
    assert.deepEqual(await objects(), ['workout_1'])
  })

  it('misses nothing however seldom it looks', async () => {
    stored.push(eventOf({ object: 'workout_1', at: now + 1 }))
    now += 60 * MINUTE_MS
    assert.deepEqual(await objects(), ['workout_1'])
  })

  it('finds the first event of a new prefix, whenever it hears of the prefix', async () => {
    stored.push(eventOf({ object: 'fresh_1', at: now + 1 }))
    const found: string[] = []
    for (let look = 0; look < 12; look += 1) {
      now += MINUTE_MS
      found.push(...(await objects()))
    }
    assert.deepEqual(found, ['fresh_1'])
  })

  it('shows after a failure what it would have shown before', async () => {
    stored.push(eventOf({ object: 'workout_1', at: now }))
    isDown = true
    now += MINUTE_MS
    await assert.rejects(watch.poll())
    isDown = false
    now += 10 * MINUTE_MS
    assert.deepEqual(await objects(), ['workout_1'])
  })

  it('counts what it costs', async () => {
    assert.equal(watch.readUnits, 1)
    await watch.poll()
    assert.equal(watch.readUnits, 1.5)
    assert.equal(watch.polls, 2)
  })
})
