import assert from 'node:assert/strict'
import { configure, GenericLogger } from 'stacktale'
import { memorySink } from 'stacktale/testing'
import { seedBacklog } from '../../../../scripts/demo/workouts/backlog.ts'
import { DAY_MS } from '../../../../scripts/demo/workouts/clock.ts'
import { MONDAY } from './told-by.ts'
import type { ToldEvent } from './told-by.ts'

const EVENTS = 250
const DAYS = 7

async function backlog(seed: number): Promise<readonly ToldEvent[]> {
  const sink = memorySink()
  configure({ sink })
  const stored = await seedBacklog({ events: EVENTS, days: DAYS, seed, now: MONDAY })
  assert.equal(stored, EVENTS)
  return sink.events
}

function timeOf({ timestamp }: ToldEvent): number {
  return Number(timestamp)
}

describe('seedBacklog', () => {
  let events: readonly ToldEvent[] = []

  before(async () => {
    events = await backlog(1)
  })

  after(() => {
    configure({ sink: undefined })
  })

  it('stores as many events as asked for, in order, within the days before now', () => {
    assert.equal(events.length, EVENTS)
    const times = events.map(timeOf)
    assert.deepEqual(
      times,
      times.toSorted((a, b) => a - b),
    )
    assert.ok(times.every((time) => time > MONDAY - DAYS * DAY_MS && time < MONDAY))
  })

  it('tells the same stories for the same seed', async () => {
    const again = await backlog(1)
    assert.deepEqual(
      again.map(({ text }) => text),
      events.map(({ text }) => text),
    )
  })

  it('is of several domains and makes one user come more often than any other', () => {
    assert.deepEqual([...new Set(events.map(({ prefix }) => prefix))].toSorted(), [
      'billing',
      'progress',
      'workout',
    ])
    const workouts = new Map<string, number>()
    for (const { prefix, id } of events) {
      if (prefix === 'workout') workouts.set(id, (workouts.get(id) ?? 0) + 1)
    }
    const [busiest] = [...workouts].toSorted(([, a], [, b]) => b - a)
    assert.equal(busiest?.[0], '42')
  })

  it('is busier by day than by night', () => {
    const hours = events.map((event) => new Date(timeOf(event)).getUTCHours())
    const byNight = hours.filter((hour) => hour < 5).length
    const byDay = hours.filter((hour) => hour >= 15 && hour < 20).length
    assert.ok(byDay > 4 * byNight)
  })

  it('has one afternoon on which most goes wrong', () => {
    const failures = events.filter(
      ({ level, lines }) =>
        level === 'error' && /equipment inventory/.test(lines.at(-1)?.error?.message ?? ''),
    )
    const afternoon = failures.filter((event) => {
      const time = new Date(timeOf(event))
      return time.getUTCDate() === 7 && time.getUTCHours() >= 14 && time.getUTCHours() < 17
    })
    assert.ok(afternoon.length >= 5)
    assert.ok(afternoon.length > failures.length / 2)
  })

  it('lasts as long as its lookups would have taken', () => {
    const workouts = events.filter(({ prefix, level }) => prefix === 'workout' && level === 'info')
    for (const { duration } of workouts) assert.ok(duration > 50 && duration < 5000)
  })

  it('gives the clock back', async () => {
    const sink = memorySink()
    configure({ sink })
    const log = new GenericLogger({ id: 1 }, 'clock')
    log.addMessage('What time is it?')
    const before = Date.now()
    await log.commit()
    const [event] = sink.events
    assert.ok(event !== undefined && timeOf(event) >= before)
  })
})
