import assert from 'node:assert/strict'
import fc from 'fast-check'
import { itemSize as engineItemSize } from '../../../engine/cost.ts'
import type { EventItem } from '../../../engine/item/item.ts'
import { itemSize } from '../../../scripts/aws-stand-in/item-size.ts'

describe("the stand-in's item size", () => {
  it('is what the engine computes of any event', () => {
    const event = fc.record({
      object: fc.string({ unit: 'binary' }),
      seconds: fc.nat(),
      fraction: fc.nat(),
      message: fc.string({ unit: 'binary' }),
      lines: fc.nat(),
      duration: fc.double({ min: 0.001, max: 1e9, noNaN: true }),
      body: fc.uint8Array(),
      unfinished: fc.boolean(),
    })
    fc.assert(
      fc.property(event, ({ seconds, fraction, ...rest }) => {
        const timestamp = `${seconds}.${fraction}`
        const item: EventItem = {
          ...rest,
          timestamp,
          prefix: 'workout',
          level: 'info',
          title: '',
          v: 1,
        }
        const wire = {
          object: { S: item.object },
          timestamp: { N: timestamp },
          prefix: { S: 'workout' },
          level: { S: 'info' },
          title: { S: '' },
          lines: { N: String(item.lines) },
          duration: { N: String(item.duration) },
          v: { N: '1' },
          message: { S: item.message },
          body: { B: Buffer.from(rest.body).toString('base64') },
          unfinished: { BOOL: rest.unfinished },
        }
        assert.equal(itemSize(wire), engineItemSize(item))
      }),
    )
  })

  it('counts UTF-8 bytes, where dynalite counts UTF-16 units', () => {
    assert.equal(itemSize({ a: { S: 'é' } }), 1 + 2)
  })

  it('adds 3 bytes to a list or a map and one to each element', () => {
    assert.equal(itemSize({ a: { L: [{ S: 'bc' }, { NULL: true }] } }), 1 + 3 + (2 + 1) + (1 + 1))
    assert.equal(itemSize({ a: { M: { b: { S: 'cd' } } } }), 1 + 3 + (1 + 2 + 1))
    assert.equal(itemSize({ a: { SS: ['bc', 'd'] } }), 1 + 2 + 1)
  })

  it('takes a byte for two significant digits and one more, another for a minus', () => {
    assert.equal(itemSize({ a: { N: '12300' } }), 1 + 2 + 1)
    assert.equal(itemSize({ a: { N: '-1.5e21' } }), 1 + 1 + 1 + 1)
  })
})
