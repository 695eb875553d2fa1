import assert from 'node:assert/strict'
import fc from 'fast-check'
import { nestingOf } from '../../../viewer/display/nesting.ts'
import { storyParts } from '../../../viewer/display/story-parts.ts'

describe('storyParts', () => {
  it('leaves a story of ordinary length whole', () => {
    const parts = storyParts(nestingOf(Array.from({ length: 199 }, () => 0)))
    assert.ok(parts.every(({ beginsPart, opensParts }) => !beginsPart && !opensParts))
  })

  it('parts a long list into fifties', () => {
    const parts = storyParts(nestingOf(Array.from({ length: 220 }, () => 0)))
    const begins = parts.flatMap(({ beginsPart }, index) => (beginsPart ? index : []))
    assert.deepEqual(begins, [50, 100, 150, 200])
  })

  it('has no part of more than fifty lines, save where one line with all it holds is more', () => {
    const depths = fc.array(fc.nat(7), { minLength: 200, maxLength: 900 })
    fc.assert(
      fc.property(depths, (given) => {
        const nesting = nestingOf(given)
        const sizes = new Map<string, number[]>()
        const part = new Map<number | undefined, number>()
        for (const [index, { beginsPart, parent }] of storyParts(nesting).entries()) {
          if (beginsPart) part.set(parent, (part.get(parent) ?? 0) + 1)
          const key = `${parent} ${part.get(parent) ?? 0}`
          const size = (nesting[index]?.end ?? index + 1) - index
          sizes.set(key, [...(sizes.get(key) ?? []), size])
        }
        for (const each of sizes.values()) {
          const sum = each.reduce((total, size) => total + size, 0)
          assert.ok(sum <= 50 || each.length === 1, each.join(' '))
        }
        const all = [...sizes].filter(([key]) => key.startsWith('undefined')).flatMap(([, s]) => s)
        assert.equal(
          all.reduce((total, size) => total + size, 0),
          given.length,
        )
      }),
    )
  })
})
