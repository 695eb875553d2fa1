import assert from 'node:assert/strict'
import fc from 'fast-check'
import { storyShape } from '../../../viewer/display/story-shape.ts'
import { lineOf } from '../event-of.ts'

describe('storyShape', () => {
  it('draws each line from its time to that of the next which is not inside it', () => {
    const lines = [
      lineOf({ text: 'a' }),
      lineOf({ text: 'b', depth: 1, elapsed: 20 }),
      lineOf({ text: 'c', depth: 1, elapsed: 60, level: 'warn' }),
    ]
    const { bars = [], height } = storyShape({ lines, duration: 100 }) ?? {}
    assert.deepEqual(
      bars.map(({ x, width, y, level }) => [x, width, y, level]),
      [
        [0, 999, 0, 'info'],
        [200, 399, 7, 'info'],
        [600, 399, 7, 'warn'],
      ],
    )
    assert.equal(height, 12)
  })

  it('has none for a story too short or without time', () => {
    const line = lineOf({ text: 'a' })
    assert.equal(storyShape({ lines: [line, line], duration: 5 }), undefined)
    assert.equal(storyShape({ lines: [line, line, line], duration: 0 }), undefined)
  })

  it('stays inside its frame', () => {
    const line = fc.record({
      depth: fc.nat(40),
      elapsed: fc.double({ min: 0, max: 1e6, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), fc.nat(1e6), (given, duration) => {
        const lines = given
          .toSorted((a, b) => a.elapsed - b.elapsed)
          .map((fields) => lineOf({ text: '', ...fields }))
        const shape = storyShape({ lines, duration })
        for (const { x, y, width } of shape?.bars ?? []) {
          assert.ok(x >= 0 && width > 0 && x + width <= 1000.1, `${x} ${width}`)
          assert.ok(y >= 0 && y < (shape?.height ?? 0))
        }
      }),
    )
  })
})
