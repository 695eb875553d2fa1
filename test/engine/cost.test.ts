import assert from 'node:assert/strict'
import {
  feedEntrySize,
  itemSize,
  readUnitsFor,
  storedBytesOf,
  writeUnitsFor,
  writeUnitsOf,
} from '../../engine/cost.ts'
import type { EventItem } from '../../engine/item/item.ts'

const item: EventItem = {
  object: 'workout_42',
  timestamp: '1732184700123.0000011234567890123456789',
  prefix: 'workout',
  level: 'info',
  title: 'Héllo',
  lines: 30,
  duration: 12.5,
  v: 1,
  message: 'Héllo',
}

describe('what an item costs', () => {
  it('is the bytes of its names and values, a number taking a byte for two digits and one more', () => {
    const names = 'object timestamp prefix level title lines duration v message'
    const bytesOfNames = names.replaceAll(' ', '').length
    const texts = 10 + 7 + 4 + 6 + 6
    const timestamp = 38 / 2 + 1
    const lines = 1 + 1
    const duration = 2 + 1
    const v = 1 + 1
    assert.equal(itemSize(item), bytesOfNames + texts + timestamp + lines + duration + v)
  })

  it('is a write unit for each kilobyte begun, of the item and of its entry in the feed', () => {
    const padded = (bytes: number): EventItem => ({
      ...item,
      message: 'x'.repeat(bytes - itemSize({ ...item, message: '' })),
    })
    assert.equal(itemSize(padded(1024)), 1024)
    assert.equal(writeUnitsOf(padded(1024)), 1 + 1)
    assert.equal(writeUnitsOf(padded(1025)), 2 + 1)
  })

  it('has no entry in the feed for what has no prefix', () => {
    assert.equal(writeUnitsOf({ object: '_prefixes', timestamp: '1', name: 'workout' }), 1)
  })

  it('counts a binary value as it is', () => {
    const part = { object: '_parts_1', timestamp: '0', body: Buffer.alloc(3000) }
    assert.equal(itemSize(part), 6 + 8 + 9 + 1 + 4 + 3000)
    assert.equal(writeUnitsOf(part), 3)
  })
})

const KB = 1024

describe('the examples of the AWS documentation', () => {
  it('an item of shirt-color R and shirt-size M has 23 bytes', () => {
    assert.equal(itemSize({ 'shirt-color': 'R', 'shirt-size': 'M' }), 23)
  })

  it('numbers take a byte for two significant digits and one more, zeros around them nothing', () => {
    const sizes = [27, -27, 461, 1_000_000, 0.0025].map((n) => itemSize({ n }) - 'n'.length)
    assert.deepEqual(sizes, [2, 3, 3, 2, 2])
  })

  it('texts are UTF-8, true and false a byte', () => {
    assert.equal(itemSize({ t: '€' }), 1 + 3)
    assert.equal(itemSize({ unfinished: true }), 'unfinished'.length + 1)
  })

  for (const [bytes, units] of [
    [500, 1],
    [2 * KB, 2],
    [3.5 * KB, 4],
    [0, 1],
  ] as const) {
    it(`a write of ${bytes} bytes takes ${units}`, () => assert.equal(writeUnitsFor(bytes), units))
  }

  for (const [bytes, consistent, units] of [
    [3 * KB, true, 1],
    [3.5 * KB, true, 1],
    [8 * KB, true, 2],
    [8 * KB, false, 1],
    [10 * KB, true, 3],
    [40.8 * KB, true, 11],
    [40.8 * KB, false, 5.5],
    [0, false, 0.5],
  ] as const) {
    const how = consistent ? 'strongly' : 'eventually'
    it(`a read of ${bytes} bytes, ${how} consistent, takes ${units}`, () => {
      assert.equal(readUnitsFor(bytes, { consistent }), units)
    })
  }

  it('storage adds 100 bytes to an item, and to its entry in an index', () => {
    assert.equal(storedBytesOf(item), itemSize(item) + 100 + feedEntrySize(item) + 100)
    assert.equal(
      storedBytesOf({ object: '_prefixes', timestamp: '1', name: 'w' }),
      6 + 9 + 9 + 2 + 4 + 1 + 100,
    )
  })

  it('an entry in the feed has the keys of table and index and what the feed projects', () => {
    const { message: _message, v: _v, ...projected } = item
    assert.equal(feedEntrySize({ ...item, host: 'h', body: Buffer.alloc(9) }), itemSize(projected))
  })
})
