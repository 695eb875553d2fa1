import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { decodeRecord } from '../../../engine/kinesis/decode-record.ts'
import { encodeRecords, recordBytes } from '../../../engine/kinesis/encode-records.ts'
import { unfoldRecord } from '../../../engine/kinesis/record-format.ts'
import { encodeWritten } from '../../../engine/item/encode-event.ts'
import { writtenEvent } from '../../../engine/item/written-event.ts'
import { eventOf } from './event-for-test.ts'

const MB = 1024 * 1024

function noise(bytes: number): string {
  return randomBytes(bytes / 2).toString('hex')
}

describe('a record', () => {
  it('holds an event that becomes the same items as without a stream', async () => {
    for (const text of [
      'short',
      'long and longer '.repeat(500),
      ' \u0000\uD800 hostile\n',
      noise(MB),
    ]) {
      const written = writtenEvent(await eventOf(text, 'and more'))
      const records = encodeRecords(written)
      assert.equal(records.length, 1)
      const [first] = records
      assert.deepEqual(
        decodeRecord(first?.data ?? Buffer.of()).content,
        encodeWritten(written).items,
      )
    }
  })

  it('is deflated where that is smaller, and read alike', async () => {
    const [short] = encodeRecords(writtenEvent(await eventOf('x')))
    const [long] = encodeRecords(writtenEvent(await eventOf('x'.repeat(5_000))))
    assert.ok((long?.data.byteLength ?? 0) < 1_000)
    for (const each of [short, long]) {
      const { v, header, story } = JSON.parse(unfoldRecord(each?.data ?? Buffer.of()))
      assert.equal(v, 1)
      assert.equal(header.object, 'made_0')
      assert.match(story[0], /^x+$/)
    }
    const plain = Buffer.from(unfoldRecord(long?.data ?? Buffer.of()))
    assert.deepEqual(decodeRecord(plain), decodeRecord(deflateSync(plain)))
  })

  it('is one of several where an event is too big for one, each small enough and of one shard', async () => {
    const written = writtenEvent(await eventOf(noise(2 * MB), noise(2 * MB)))
    const records = encodeRecords(written)
    const { items } = encodeWritten(written)
    assert.ok(items.length > 1)
    assert.deepEqual(
      records.flatMap(({ data }) => decodeRecord(data).content.map((item) => ({ ...item }))),
      items.map((item) =>
        'body' in item && item.body !== undefined
          ? { ...item, body: Buffer.from(item.body) }
          : item,
      ),
    )
    assert.ok(records.every((record) => recordBytes(record) <= MB))
    assert.deepEqual([...new Set(records.map(({ partitionKey }) => partitionKey))], ['made_0'])
  })

  it('has a partition key that Kinesis takes, however long the object’s is', async () => {
    const event = await eventOf('x')
    const keyOf = (object: string): string =>
      encodeRecords(writtenEvent({ ...event, object }))[0]?.partitionKey ?? ''
    assert.match(keyOf(`made_${'a'.repeat(300)}`), /^[\da-f]{64}$/)
    assert.notEqual(keyOf(`made_${'a'.repeat(300)}`), keyOf(`made_${'a'.repeat(301)}`))
  })

  it('that is none of stacktale’s is refused with the reason', async () => {
    const [record] = encodeRecords(writtenEvent(await eventOf('x')))
    const ours = JSON.parse(unfoldRecord(record?.data ?? Buffer.of()))
    const { header } = ours
    const wrong: readonly (readonly [content: unknown, reason: RegExp])[] = [
      ['text', /not an object/],
      [[], /not an object/],
      [{}, /no version/],
      [{ v: 1 }, /neither an event nor an item/],
      [{ ...ours, story: 'x' }, /story/],
      [{ ...ours, story: ['x', { depth: 'deep' }] }, /story/],
      [{ ...ours, header: { ...header, object: 'made' } }, /its key/],
      [{ ...ours, header: { ...header, prefix: 'other' } }, /its key/],
      [{ ...ours, header: { ...header, timestamp: 'now' } }, /timestamp/],
      [{ ...ours, header: { ...header, level: 'loud' } }, /level/],
      [{ v: 1, prefix: 'made', item: header }, /no parts/],
      [
        { v: 1, prefix: 'made', item: { object: '_parts_x', timestamp: '0', body: '' } },
        /no event/,
      ],
      [
        { v: 1, prefix: 'made', item: { object: '_parts_1', timestamp: '-', body: '' } },
        /no number/,
      ],
      [{ v: 1, prefix: 'made', item: { object: '_prefixes', timestamp: '1' } }, /its key/],
    ]
    for (const [content, message] of wrong) {
      const data = Buffer.from(JSON.stringify(content))
      assert.throws(() => decodeRecord(data), { code: 'body-damaged', message }, data.toString())
    }
    for (const data of [Buffer.of(), Buffer.from('{'), Buffer.of(0x78, 0x9c, 1, 2)]) {
      assert.throws(() => decodeRecord(data), { code: 'body-damaged', message: /not JSON/ })
    }
    const later = Buffer.from(JSON.stringify({ ...ours, v: 2 }))
    assert.throws(() => decodeRecord(later), { code: 'codec-unknown' })
  })
})
