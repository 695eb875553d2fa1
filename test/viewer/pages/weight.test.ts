import assert from 'node:assert/strict'
import { LEVELS } from '../../../engine/level.ts'
import { eventOf } from '../event-of.ts'
import { NOW, servingViewer } from '../serve.ts'

const DAY_MS = 86_400_000
const PREFIXES = ['billing', 'order', 'request', 'user', 'workout']
const MOST_BYTES = 100_000

/** Fifteen days, every step of which has events of each level. */
const events = Array.from({ length: 3600 }, (_, index) =>
  eventOf({
    prefix: PREFIXES[index % PREFIXES.length] ?? 'user',
    id: index % 2 === 0 ? '10042' : String(10_000 + index),
    level: LEVELS[Math.floor(index / 2) % LEVELS.length] ?? 'info',
    timestamp: `${NOW - (index * 15 * DAY_MS) / 3600}.0000011234567890123456789`,
    title: 'Moving the subscription to the yearly plan',
    service: PREFIXES[index % PREFIXES.length] ?? 'users',
    duration: index,
  }),
)

function rowsIn(body: string): number {
  return body.match(/<li class="event /g)?.length ?? 0
}

describe('a page of a hundred events', () => {
  for (const path of [
    '/',
    '/?from=2026-11-06T12:00&to=2026-11-21T10:40',
    '/objects/workout_10042',
  ]) {
    it(`is below 100 KB before it is compressed: ${path}`, async () => {
      await servingViewer(events, async ({ get }) => {
        const { body } = await get(path)
        assert.equal(rowsIn(body), 100)
        assert.ok(Buffer.byteLength(body) < MOST_BYTES, `${Buffer.byteLength(body)} bytes`)
      })
    })
  }
})
