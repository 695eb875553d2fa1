import assert from 'node:assert/strict'
import fc from 'fast-check'
import { mask } from '../../engine/mask.ts'

describe('mask', () => {
  const cases: readonly (readonly [value: unknown, keep: number | undefined, shown: string])[] = [
    ['2c59999137abcdef', 10, '2c59999137******'],
    ['2c59999137abcdef', undefined, '2c59************'],
    ['2c59999137abcdef', 16, '2c59999137******'],
    ['hunter2', undefined, 'hun****'],
    ['ab', undefined, 'a*'],
    ['a', undefined, '*'],
    ['', undefined, ''],
    ['secret', 0, '******'],
    ['secret', -1, '******'],
    ['secret', Number.NaN, '******'],
    ['secret', Infinity, 'sec***'],
    ['secret', 1.9, 's*****'],
    ['😀😀😀😀', 1, '😀***'],
    [4111111111111111, undefined, '4111************'],
    [12345678901234567890n, undefined, '1234****************'],
    [Buffer.from('2c59999137abcdef'), 10, '2c59999137******'],
    [undefined, undefined, ''],
    [null, undefined, ''],
    [{ password: 'x' }, undefined, '******'],
    [true, undefined, '******'],
  ]
  for (const [value, keep, shown] of cases) {
    it(`shows ${typeof value} ${JSON.stringify(String(value))} with ${keep ?? 'the default'} as ${JSON.stringify(shown)}`, () => {
      assert.equal(mask(value, { keep }), shown)
    })
  }

  it('shows the beginning, never more than asked for, nor half of a short value, nor two thirds of any', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.nat({ max: 50 }),
        (value, keep) => {
          const text = value.replaceAll('*', '-')
          const characters = Array.from(text)
          const shown = Array.from(mask(text, { keep }))
          const open = shown.filter((character) => character !== '*')
          assert.equal(shown.length, characters.length)
          assert.deepEqual(open, characters.slice(0, open.length))
          assert.ok(open.length <= keep)
          assert.ok(open.length <= characters.length * (characters.length < 16 ? 1 / 2 : 2 / 3))
        },
      ),
    )
  })

  it('never throws, and is bounded', () => {
    fc.assert(fc.property(fc.anything(), (value) => void mask(value)))
    assert.equal(mask('x'.repeat(1e6)).length, 256)
    assert.equal(mask('secret', Object(null)), 'sec***')
  })
})
