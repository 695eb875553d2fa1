import assert from 'node:assert/strict'
import { itemSize, writeUnitsOf } from '../../engine/cost.ts'
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
