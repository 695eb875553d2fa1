import assert from 'node:assert/strict'
import { setImmediate as turn } from 'node:timers/promises'
import fc from 'fast-check'
import type { CountedEvent } from '../../../engine/counters/counts.ts'
import { Counts } from '../../../engine/counters/counts.ts'
import { countsOfItem } from '../../../engine/counters/counts-item.ts'
import type { CountsJournal } from '../../../engine/counters/counts-journal.ts'
import type { CountsNote } from '../../../engine/counters/counts-notes.ts'
import { CountsWriter } from '../../../engine/counters/counts-writer.ts'
import { DAY_MS } from '../../../engine/hours.ts'
import { tableUnitsOf } from '../../../engine/cost.ts'
import type { ErrorCode } from '../../../engine/errors/stacktale-error.ts'
import { StacktaleError } from '../../../engine/errors/stacktale-error.ts'
import type { CountsItem } from '../../../engine/item/item.ts'
import { anyCountedEvent, SOME_DAY } from './any-counted-event.ts'

const MINUTE_MS = 60_000

/** As most are: a budget that is not kept to shows with many that take little. */
const anySmallEvent = anyCountedEvent.map((event) => ({
  ...event,
  writeUnits: 2 + (event.writeUnits % 2),
}))

/** A writer, and the items that its puts made. */
class Bench {
  readonly items = new Map<string, CountsItem>()
  readonly reported: ErrorCode[] = []
  readonly writer: CountsWriter
  fails: StacktaleError | undefined
  now = 0
  puts = 0
  putUnits = 0
  charged = 0

  constructor(journal?: CountsJournal) {
    this.writer = new CountsWriter({
      put: async (item) => await this.#put(item),
      journal,
      charge: (writeUnits) => {
        this.charged += writeUnits
      },
      report: ({ code }) => this.reported.push(code),
      now: () => this.now,
    })
  }

  get counted(): Counts {
    return Counts.of(
      ...[...this.items.values()].map((item) =>
        countsOfItem({ ...item }, Date.parse(item.object.slice(-10))),
      ),
    )
  }

  async #put(item: CountsItem): Promise<void> {
    this.puts += 1
    this.putUnits += tableUnitsOf(item)
    await turn()
    if (this.fails !== undefined) throw this.fails
    this.items.set(`${item.object} ${item.timestamp}`, item)
  }
}

/** A journal of notes in memory. */
class Notes implements CountsJournal {
  readonly kept = new Map<string, Uint8Array>()
  hasSettled = true

  write(notes: readonly CountsNote[]): void {
    for (const { key, value } of notes) this.kept.set(key, value)
  }

  notes(): Promise<readonly CountsNote[]> {
    return Promise.resolve([...this.kept].map(([key, value]) => ({ key, value })))
  }

  forgetNotes(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.kept.delete(key)
    return Promise.resolve()
  }

  isSettled(): Promise<boolean> {
    return Promise.resolve(this.hasSettled)
  }
}

function events(count: number, from: number = SOME_DAY): readonly CountedEvent[] {
  return Array.from({ length: count }, (_, number) => ({
    milliseconds: from + number,
    prefix: 'workout',
    level: 'info',
    lines: 1,
    bytes: 100,
    writeUnits: 2,
    duration: number,
  }))
}

describe('a writer of counts', () => {
  it('puts no more than 1 % of the write units while it runs, whatever it counts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anySmallEvent, { maxLength: 25 }), { maxLength: 30 }),
        fc.boolean(),
        async (batches, isFailing) => {
          const bench = new Bench()
          if (isFailing) bench.fails = new StacktaleError('throttled', 'Too much.')
          let units = 0
          for (const batch of batches) {
            bench.writer.count(batch)
            bench.now += 2_000
            units += batch.reduce((sum, { writeUnits }) => sum + writeUnits, 0)
            for (let turns = 0; turns < 3; turns += 1) await turn()
            assert.ok(bench.putUnits * 100 <= units)
            assert.equal(bench.charged, bench.putUnits)
          }
          bench.fails = undefined
          await bench.writer.end(1_000)
          assert.ok(bench.writer.isDone)
          const all = new Counts()
          for (const event of batches.flat()) all.add(event)
          assert.deepEqual([...bench.counted], [...all])
        },
      ),
      { numRuns: 40 },
    )
  })

  it('puts at a flush, and not again within a minute', async () => {
    const bench = new Bench()
    bench.writer.count(events(1))
    await bench.writer.flush(1_000)
    assert.equal(bench.counted.events, 1)
    bench.writer.count(events(1))
    bench.now = MINUTE_MS - 1
    await bench.writer.flush(1_000)
    assert.equal(bench.puts, 1)
    bench.now = MINUTE_MS
    await bench.writer.flush(1_000)
    assert.equal(bench.counted.events, 2)
    await bench.writer.flush(1_000)
    assert.equal(bench.puts, 2)
  })

  it('keeps what could not be put, and says so where that does not pass', async () => {
    const bench = new Bench()
    bench.fails = new StacktaleError('access-denied', 'Not allowed.')
    bench.writer.count(events(3))
    await bench.writer.flush(1_000)
    assert.deepEqual(bench.reported, ['access-denied'])
    bench.fails = undefined
    bench.now = MINUTE_MS
    await bench.writer.flush(1_000)
    assert.equal(bench.counted.events, 3)
  })

  it('tries on at the end while a failure passes, and gives up when the time is over', async () => {
    const bench = new Bench()
    bench.fails = new StacktaleError('throttled', 'Too much.')
    bench.writer.count(events(1))
    await bench.writer.end(200)
    assert.ok(bench.puts > 1)
    assert.deepEqual(bench.reported, ['throttled'])
    const { puts } = bench
    await bench.writer.end(200)
    assert.equal(bench.puts, puts)
  })

  it('keeps days apart, also of events that come late', async () => {
    const bench = new Bench()
    for (let day = 0; day < 40; day += 1) {
      bench.writer.count(events(2, SOME_DAY + day * DAY_MS))
      await bench.writer.end(1_000)
    }
    bench.writer.count(events(3, SOME_DAY))
    await bench.writer.end(1_000)
    const all = new Counts()
    for (let day = 0; day < 40; day += 1) {
      for (const event of events(2, SOME_DAY + day * DAY_MS)) all.add(event)
    }
    for (const event of events(3, SOME_DAY)) all.add(event)
    assert.deepEqual([...bench.counted], [...all])
  })

  it('goes on in a further item where a day has very many prefixes', async () => {
    const bench = new Bench()
    const many = events(6_000).map((event, number) => ({ ...event, prefix: `prefix-${number}` }))
    for (const event of many) bench.writer.count([event])
    await bench.writer.end(5_000)
    assert.equal(bench.counted.events, 6_000)
    assert.ok(bench.items.size > 1)
    for (const item of bench.items.values()) assert.ok(tableUnitsOf(item) < 400)
  })

  it('hands over what it did not put, and its taker puts it under the same key', async () => {
    const [own, other] = [new Bench(), new Bench()]
    own.writer.count(events(5))
    await own.writer.flush(1_000)
    own.writer.count(events(5))
    other.writer.take(own.writer.handOver())
    assert.ok(own.writer.isDone)
    await other.writer.end(1_000)
    assert.deepEqual([...other.items.keys()], [...own.items.keys()])
    assert.equal(other.counted.events, 10)
  })
})

describe('a writer of counts with a journal', () => {
  it('leaves there what it counted and did not put, for the next', async () => {
    const notes = new Notes()
    const killed = new Bench(notes)
    notes.write(killed.writer.count(events(5)))
    await killed.writer.flush(1_000)
    notes.write(killed.writer.count(events(7, SOME_DAY + DAY_MS / 2)))
    const next = new Bench(notes)
    await next.writer.recover()
    assert.deepEqual([...next.items.keys()], [...killed.items.keys()])
    assert.equal(next.counted.events, 12)
    assert.equal(notes.kept.size, 0)
  })

  it('puts nothing while events are on disk that it has counted', async () => {
    const notes = new Notes()
    const bench = new Bench(notes)
    notes.hasSettled = false
    notes.write(bench.writer.count(events(5)))
    await bench.writer.flush(1_000)
    assert.equal(bench.puts, 0)
    notes.hasSettled = true
    await bench.writer.flush(1_000)
    assert.equal(bench.counted.events, 5)
  })

  it('leaves nothing there once the end has put all', async () => {
    const notes = new Notes()
    const bench = new Bench(notes)
    notes.write(bench.writer.count(events(5)))
    assert.equal(notes.kept.size, 1)
    await bench.writer.end(1_000)
    assert.equal(notes.kept.size, 0)
    assert.ok(bench.writer.isDone)
  })

  it('takes out what it cannot read', async () => {
    const notes = new Notes()
    notes.write([
      { key: 'counts.nonsense', value: Buffer.from('{}') },
      { key: `counts.${SOME_DAY}.7.${SOME_DAY}`, value: Buffer.from('nonsense') },
    ])
    const bench = new Bench(notes)
    await bench.writer.recover()
    assert.deepEqual([bench.puts, notes.kept.size], [0, 0])
  })
})
