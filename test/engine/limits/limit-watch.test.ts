import assert from 'node:assert/strict'
import { StacktaleError } from '../../../engine/errors/stacktale-error.ts'
import type { LogEvent } from '../../../engine/event.ts'
import type { StoredLoad } from '../../../engine/limits/limit-watch.ts'
import { LimitWatch } from '../../../engine/limits/limit-watch.ts'
import { putMark } from '../../../engine/table/put-mark.ts'
import type { TableDescribed } from '../../../engine/table/table-status.ts'
import { statusOf } from '../table/standing/facts.ts'
import type { TestTable } from '../table/table-for-test.ts'
import { tableForTest } from '../table/table-for-test.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const NOON = Date.UTC(2026, 10, 21, 12)
const FULL = statusOf(13_000_000)
const LOAD: StoredLoad = { bytes: 1_300, writeUnits: 3, retentionDays: 30 }

/** The watch of one process, on a clock that is turned by hand. */
class Watched {
  described: TableDescribed | undefined = FULL
  failure: StacktaleError | undefined
  ms = 0
  looks = 0
  marks = 0
  readonly events: LogEvent[] = []
  readonly reports: StacktaleError[] = []
  readonly #watch: LimitWatch

  constructor(place: TestTable) {
    this.#watch = new LimitWatch({
      describe: async () => {
        this.looks += 1
        if (this.failure !== undefined) throw this.failure
        return this.described
      },
      mark: async (item) => {
        this.marks += 1
        return await putMark(place, item)
      },
      store: (event) => this.events.push(event),
      report: (error) => this.reports.push(error),
      now: () => this.ms,
      clock: () => NOON + this.ms,
    })
  }

  /** Events are stored so long after the beginning. */
  async storedAt(ms: number, loads: readonly StoredLoad[] = [LOAD]): Promise<void> {
    this.ms = ms
    await this.#watch.stored(loads)
  }
}

describe('the watch on limits', () => {
  let place: TestTable

  beforeEach(async () => {
    place = await tableForTest()
  })

  it('tells which limit is near, how far, since when and what to do, by an event and a report', async () => {
    const watched = new Watched(place)
    await watched.storedAt(MINUTE_MS)
    assert.deepEqual(
      watched.reports.map(({ code }) => code),
      ['limit-near'],
    )
    assert.match(
      watched.reports[0]?.message ?? '',
      /^Storage is at 87 % of the 25 GB that are free\. Keep/,
    )
    const [event] = watched.events
    assert.ok(event !== undefined)
    assert.deepEqual(
      [event.object, event.prefix, event.id],
      ['stacktale_storage', 'stacktale', 'storage'],
    )
    assert.equal(event.level, 'warn')
    assert.equal(event.title, 'Storage is at 87 % of the 25 GB that are free.')
    assert.equal(event.expires, (NOON + MINUTE_MS) / 1000 + 30 * 86_400)
    assert.match(event.text, /\n {2}The table stacktale holds 21\.8 GB in 13 million items/)
    assert.match(event.text, /\n {2}It has been so since 2026-11-21T12:01:00\.000Z/)
    assert.match(event.text, /\n {2}Keep events for a shorter time/)
  })

  it('looks only when events are stored, after a minute first, then once an hour', async () => {
    const watched = new Watched(place)
    watched.described = statusOf(1)
    for (const ms of [0, MINUTE_MS - 1]) await watched.storedAt(ms)
    assert.equal(watched.looks, 0)
    for (const ms of [MINUTE_MS, MINUTE_MS + 1, HOUR_MS]) await watched.storedAt(ms)
    assert.equal(watched.looks, 1)
    await watched.storedAt(MINUTE_MS + HOUR_MS, [])
    assert.equal(watched.looks, 1)
    await watched.storedAt(MINUTE_MS + HOUR_MS)
    assert.equal(watched.looks, 2)
    assert.deepEqual([watched.marks, watched.reports], [0, []])
  })

  it('warns once a day, by whichever process sees it first', async () => {
    const [first, second] = [new Watched(place), new Watched(place)]
    await Promise.all([first.storedAt(MINUTE_MS), second.storedAt(MINUTE_MS)])
    for (const hour of [1, 2, 3]) {
      await first.storedAt(MINUTE_MS + hour * HOUR_MS)
      await second.storedAt(MINUTE_MS + hour * HOUR_MS)
    }
    assert.equal(first.events.length + second.events.length, 1)
    assert.equal(first.reports.length + second.reports.length, 1)
    assert.deepEqual([first.marks, second.marks], [1, 1])
    await first.storedAt(MINUTE_MS + 24 * HOUR_MS)
    await second.storedAt(MINUTE_MS + 24 * HOUR_MS)
    assert.equal(first.events.length + second.events.length, 2)
    assert.match(first.events.at(-1)?.text ?? '', /since 2026-11-21T12:01:00\.000Z/)
  })

  it('forgets since when a limit was near once it is not', async () => {
    const watched = new Watched(place)
    await watched.storedAt(MINUTE_MS)
    watched.described = statusOf(1)
    await watched.storedAt(2 * HOUR_MS)
    watched.described = FULL
    await watched.storedAt(26 * HOUR_MS)
    assert.match(watched.events.at(-1)?.text ?? '', /since 2026-11-22T14:00:00\.000Z/)
  })

  it('warns of write units, and of storage that will be full soon, by what its own process stores', async () => {
    const watched = new Watched(place)
    watched.described = statusOf(1)
    await watched.storedAt(1, [{ ...LOAD, bytes: 1e9, writeUnits: 20 * 3600 }])
    await watched.storedAt(2 * HOUR_MS)
    assert.deepEqual(
      watched.events.map(({ object }) => object),
      ['stacktale_growth', 'stacktale_writes'],
    )
    assert.match(watched.events[0]?.text ?? '', /adds 12 GB a day/)
  })

  it('says once where it may not look, and how to allow it or do without, and looks no more', async () => {
    const watched = new Watched(place)
    watched.failure = new StacktaleError('access-denied', 'No.')
    for (const hour of [1, 2, 30]) await watched.storedAt(hour * HOUR_MS)
    assert.equal(watched.looks, 1)
    assert.equal(watched.reports.length, 1)
    assert.match(watched.reports[0]?.message ?? '', /dynamodb:DescribeTable.*limitWarnings: false/)
  })

  it('leaves what passes to the delivery, and looks again in an hour', async () => {
    const watched = new Watched(place)
    watched.failure = new StacktaleError('throttled', 'Later.')
    await watched.storedAt(MINUTE_MS)
    watched.failure = undefined
    await watched.storedAt(2 * HOUR_MS)
    assert.deepEqual(
      watched.reports.map(({ code }) => code),
      ['limit-near'],
    )
  })
})
