import assert from 'node:assert/strict'
import { PutCommand, UpdateCommand, DeleteCommand, NumberValue } from '@aws-sdk/lib-dynamodb'
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import type { EventSummary, Line, LogEvent } from '../../../engine/event.ts'
import { stepsOf, TimestampSequence } from '../../../engine/item/timestamp.ts'
import type { Level } from '../../../engine/level.ts'
import { isAtLeast, LEVELS } from '../../../engine/level.ts'
import { DynamoDbSink } from '../../../engine/sinks/dynamodb-sink.ts'
import { storyText } from '../../../engine/story-text.ts'
import { documentClient } from '../../../engine/table/client.ts'
import type { EventPage, EventQuery } from '../../../engine/table/event-page.ts'
import { TableReader } from '../../../engine/table/table-reader.ts'
import { tableForTest } from './table-for-test.ts'

const START = 1_732_184_700_000
const PREFIXES = ['billing', 'signup', 'workout']

function eventOf(
  object: string,
  timestamp: string,
  level: Level,
  more: Partial<LogEvent> = {},
): LogEvent {
  const [prefix = '', id = ''] = object.split('_')
  const lines: Line[] = [{ text: `About ${object}`, depth: 0, elapsed: 0, level }]
  return {
    object,
    prefix,
    id,
    timestamp,
    level,
    title: lines[0]?.text ?? '',
    duration: 1,
    lines,
    text: storyText(lines),
    ...more,
  }
}

async function readAll(
  read: (cursor: string | undefined) => Promise<EventPage>,
): Promise<readonly EventSummary[]> {
  const all: EventSummary[] = []
  let cursor: string | undefined
  do {
    const page = await read(cursor)
    all.push(...page.events)
    cursor = page.cursor
  } while (cursor !== undefined)
  return all
}

describe('reading the table', () => {
  let location: Awaited<ReturnType<typeof tableForTest>>
  let reader: TableReader
  const written: LogEvent[] = []

  before(async () => {
    location = await tableForTest()
    reader = new TableReader({ ...location, clock: () => START })
    const sink = new DynamoDbSink(location)
    let now = START
    const timestamps = new TimestampSequence(() => now)
    for (let count = 0; count < 240; count += 1) {
      now += count % 7 === 0 ? 0 : (count * 37) % 11
      const prefix = PREFIXES[((count * 7) % 11) % 3] ?? ''
      const level = LEVELS[(count * 13) % 4] ?? 'info'
      written.push(eventOf(`${prefix}_${count % 5}`, timestamps.next(), level))
    }
    for (const event of written) await sink.write(event)
  })

  const keys = (events: readonly { readonly timestamp: string }[]): string[] =>
    events.map(({ timestamp }) => timestamp)

  const expected = (wanted: (event: LogEvent) => boolean): string[] =>
    keys(
      written
        .filter(wanted)
        .toSorted((a, b) => (stepsOf(a.timestamp) > stepsOf(b.timestamp) ? -1 : 1)),
    )

  it('gives out every event that was asked for once, newest first, however the pages are cut', async () => {
    const anyQuery = fc.record(
      {
        prefix: fc.constantFrom(...PREFIXES),
        level: fc.constantFrom(...LEVELS),
        from: fc.integer({ min: START - 10, max: START + 500 }),
        to: fc.integer({ min: START + 500, max: START + 1300 }),
        limit: fc.integer({ min: 1, max: 300 }),
        maxReadUnits: fc.constantFrom(0.5, 1, 2, 25),
      },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(anyQuery, async (query) => {
        const { prefix, level = 'debug', from = 0, to = Infinity, limit = 100 } = query
        const events = await readAll(async (cursor) => {
          const page = await reader.feed({ ...query, ...(cursor !== undefined && { cursor }) })
          assert.ok(page.events.length <= limit)
          return page
        })
        const wanted = expected((event) => {
          const time = Math.floor(Number(event.timestamp))
          const isOfPrefix = prefix === undefined || event.prefix === prefix
          return isOfPrefix && isAtLeast(event.level, level) && time >= from && time <= to
        })
        assert.deepEqual(keys(events), wanted)
      }),
      { numRuns: 60 },
    )
  })

  it('lists the events of one object', async () => {
    const events = await readAll((cursor) =>
      reader.object('workout_3', { limit: 4, ...(cursor !== undefined && { cursor }) }),
    )
    assert.deepEqual(
      keys(events),
      expected(({ object }) => object === 'workout_3'),
    )
    assert.ok(events.length > 4)
  })

  it('says what it cost, and where it stopped when the budget was spent', async () => {
    const page = await reader.feed({ level: 'error', limit: 10, maxReadUnits: 1 })
    assert.ok(page.readUnits >= 1)
    assert.ok(page.searchedTo !== undefined && page.cursor !== undefined)
    const whole = await reader.feed({ level: 'error', limit: 200, maxReadUnits: 100 })
    assert.equal(whole.searchedTo, undefined)
    const searched = whole.events.filter(
      ({ timestamp }) => Number(timestamp) > Number(page.searchedTo),
    )
    assert.deepEqual(keys(page.events).slice(0, searched.length), keys(searched))
  })

  it('lists a hundred events for at most five read units', async () => {
    const page = await reader.feed()
    assert.equal(page.events.length, 100)
    assert.ok(page.readUnits <= 5, `${page.readUnits} read units`)
  })

  it('lists several prefixes, without a look at the others or at the directory', async () => {
    const prefixes = ['workout', 'billing', 'nobody']
    const listed = await readAll((cursor) =>
      reader.feed({ prefixes, limit: 7, ...(cursor !== undefined && { cursor }) }),
    )
    const expected = written.filter(({ prefix }) => prefix !== 'signup')
    assert.deepEqual(
      listed.map(({ timestamp }) => timestamp),
      expected.map(({ timestamp }) => timestamp).toReversed(),
    )
    const none = { events: [], readUnits: 0, looked: 0 }
    assert.deepEqual(await reader.feed({ prefixes: [] }), none)
    assert.deepEqual(await reader.feed({ prefix: 'signup', prefixes }), none)
    const one = await reader.feed({ prefix: 'workout', prefixes })
    assert.deepEqual(one, await reader.feed({ prefix: 'workout' }))
    await assert.rejects(reader.feed({ prefixes: ['a_b'] }), { code: 'prefix-invalid' })
  })

  it('names the prefixes', async () => {
    assert.deepEqual(await reader.prefixes(), { names: PREFIXES, readUnits: 0.5 })
  })

  it('reads one event whole, by its key or by its millisecond', async () => {
    const event = written.at(-1)
    assert.ok(event !== undefined)
    const { readUnits, ...read } = (await reader.event(event.object, event.timestamp)) ?? {}
    assert.deepEqual(read, event)
    assert.equal(readUnits, 0.5)
    const byMillisecond = await reader.event(event.object, event.timestamp.split('.', 1)[0] ?? '')
    assert.equal(byMillisecond?.object, event.object)
    assert.equal(await reader.event('workout_404', event.timestamp), undefined)
  })

  it('leaves out what has expired and is not deleted yet', async () => {
    const sink = new DynamoDbSink(location)
    const second = Math.floor(START / 1000)
    const timestamps = new TimestampSequence(() => START)
    const gone = eventOf('expiry_1', timestamps.next(), 'info', { expires: second })
    const alive = eventOf('expiry_1', timestamps.next(), 'info', { expires: second + 1 })
    await sink.write(gone)
    await sink.write(alive)
    assert.deepEqual(keys((await reader.feed({ prefix: 'expiry' })).events), [alive.timestamp])
    assert.deepEqual(keys((await reader.object('expiry_1')).events), [alive.timestamp])
    assert.equal(await reader.event('expiry_1', gone.timestamp), undefined)
    assert.notEqual(await reader.event('expiry_1', alive.timestamp), undefined)
  })

  it('reads an event of several items whole, and says so when one of them is missing', async () => {
    const [timestamp] = [new TimestampSequence(() => START).next()]
    const lines: Line[] = [
      { text: randomBytes(600_000).toString('base64'), depth: 0, elapsed: 0, level: 'info' },
    ]
    const big = eventOf('big_1', timestamp, 'info', { lines, text: storyText(lines) })
    await new DynamoDbSink(location).write(big)
    const read = await reader.event('big_1', timestamp)
    assert.deepEqual(read?.lines, lines)
    const list = await reader.object('big_1')
    assert.equal(list.events.length, 1)
    assert.ok(list.readUnits <= 1, 'a list does not pay for the story')

    const client = await documentClient(location)
    const Key = { object: `_parts_${timestamp}`, timestamp: 1 }
    await client.send(new DeleteCommand({ TableName: location.table, Key }))
    const damaged = await reader.event('big_1', timestamp)
    assert.equal(damaged?.damage?.code, 'part-missing')
    assert.equal(damaged.title, big.title)
  })

  it('shows what it can of an item that someone else changed', async () => {
    const timestamp = new TimestampSequence(() => START).next()
    const event = eventOf('damage_1', timestamp, 'warn')
    await new DynamoDbSink(location).write(event)
    const client = await documentClient(location)
    const Key = { object: 'damage_1', timestamp: NumberValue.from(timestamp) }
    await client.send(
      new UpdateCommand({
        TableName: location.table,
        Key,
        UpdateExpression: 'SET #body = :body, #codec = :codec, #title = :title REMOVE #message',
        ExpressionAttributeNames: {
          '#body': 'body',
          '#codec': 'codec',
          '#title': 'title',
          '#message': 'message',
        },
        ExpressionAttributeValues: {
          ':body': Buffer.from('junk'),
          ':codec': 'deflate-raw',
          ':title': 7,
        },
      }),
    )
    const read = await reader.event('damage_1', timestamp)
    assert.equal(read?.damage?.code, 'body-damaged')
    assert.equal(read.level, 'warn')
    const list = await reader.feed({ prefix: 'damage' })
    assert.equal(list.events[0]?.object, 'damage_1')
  })

  it('shows an item that has nothing but its keys', async () => {
    const client = await documentClient(location)
    await client.send(
      new PutCommand({
        TableName: location.table,
        Item: { object: 'bare_1', timestamp: 5, prefix: 'bare' },
      }),
    )
    const list = await reader.feed({ prefix: 'bare' })
    assert.deepEqual(keys(list.events), ['5'])
    assert.equal((await reader.event('bare_1', '5'))?.damage?.code, 'body-damaged')
  })

  const refused: readonly (readonly [string, EventQuery, string])[] = [
    ['a limit of 0', { limit: 0 }, 'limit-invalid'],
    ['a limit of 1001', { limit: 1001 }, 'limit-invalid'],
    ['half an event', { limit: 1.5 }, 'limit-invalid'],
    ['no read units', { maxReadUnits: 0 }, 'limit-invalid'],
    ['a time that is none', { from: new Date('yesterday') }, 'time-invalid'],
    ['a time before the epoch', { from: -1 }, 'time-invalid'],
    ['an end before the start', { from: 2, to: 1 }, 'time-invalid'],
    ['a broken cursor', { cursor: 'AAAA' }, 'cursor-invalid'],
  ]
  for (const [what, query, code] of refused) {
    it(`refuses ${what}`, async () => {
      await assert.rejects(reader.feed(query), { code })
      await assert.rejects(reader.object('workout_1', query), { code })
    })
  }

  it('refuses a level, a prefix and a timestamp that cannot be', async () => {
    await assert.rejects(reader.feed(JSON.parse('{"level":"fatal"}')), {
      code: 'level-unknown',
    })
    await assert.rejects(reader.feed({ prefix: 'a_b' }), { code: 'prefix-invalid' })
    await assert.rejects(reader.event('workout_1', 'yesterday'), { code: 'time-invalid' })
  })
})
