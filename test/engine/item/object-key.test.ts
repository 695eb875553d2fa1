import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Identified } from '../../../engine/item/object-key.ts'
import { objectKey, splitObjectKey } from '../../../engine/item/object-key.ts'

const anyPrefix = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((text) => !text.includes('_'))
const anyId = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 })

describe('the key of an object', () => {
  it('splits into the prefix and the id that it was made of, whatever their characters', () => {
    fc.assert(
      fc.property(anyPrefix, anyId, (prefix, id) => {
        const { key } = objectKey({ id }, prefix)
        assert.deepEqual(splitObjectKey(key), { key, prefix, id })
      }),
    )
  })

  it('differs for different objects', () => {
    fc.assert(
      fc.property(anyPrefix, anyId, anyPrefix, anyId, (prefix, id, otherPrefix, otherId) => {
        const isSame = prefix === otherPrefix && id === otherId
        assert.equal(
          objectKey({ id }, prefix).key === objectKey({ id: otherId }, otherPrefix).key,
          isSame,
        )
      }),
    )
  })

  it('takes ids that are numbers, bigints or objects with a text of their own', () => {
    assert.equal(objectKey({ id: 42 }, 'workout').key, 'workout_42')
    assert.equal(objectKey({ id: 42n }, 'workout').key, 'workout_42')
    assert.equal(objectKey({ id: new URL('urn:isbn:1') }, 'book').key, 'book_urn:isbn:1')
  })

  it('goes up to the limit of a partition key and refuses one byte more', () => {
    const room = 2048 - Buffer.byteLength('workout_')
    assert.equal(Buffer.byteLength(objectKey({ id: 'é'.repeat(room / 2) }, 'workout').key), 2048)
    assert.throws(() => objectKey({ id: 'a'.repeat(room + 1) }, 'workout'), {
      code: 'key-too-long',
      message: /2049 bytes.*2048/,
    })
  })

  for (const prefix of ['', 'work_out', '\ud800', null, undefined, 7]) {
    it(`refuses the prefix ${JSON.stringify(prefix)}`, () => {
      assert.throws(() => Reflect.apply(objectKey, undefined, [{ id: 1 }, prefix]), {
        code: 'prefix-invalid',
      })
    })
  }

  const withoutId: readonly unknown[] = [
    undefined,
    null,
    'text',
    {},
    { id: undefined },
    { id: null },
    { id: '' },
    { id: Number.NaN },
    { id: {} },
    { id: Symbol('s') },
    { id: '\udc00' },
    { id: Object.create(null) as Identified },
  ]
  withoutId.forEach((subject, index) => {
    it(`refuses an object without an id that makes a text, case ${index + 1}`, () => {
      assert.throws(() => Reflect.apply(objectKey, undefined, [subject, 'workout']), {
        code: 'object-without-id',
        message: /such as \{ id: 42 \}/,
      })
    })
  })
})

describe('splitting a key', () => {
  for (const key of ['', '_', 'workout', '_42', 'workout_']) {
    it(`finds no parts in "${key}"`, () => assert.equal(splitObjectKey(key), undefined))
  }
})
