import assert from 'node:assert/strict'
import fc from 'fast-check'
import { LEVELS } from '../../../engine/level.ts'
import { foldsOf, markOf } from '../../../viewer/display/folds.ts'
import { nestingOf } from '../../../viewer/display/nesting.ts'
import { lineOf } from '../event-of.ts'

type Given = readonly { readonly depth: number; readonly level: (typeof LEVELS)[number] }[]

const story = fc.array(fc.record({ depth: fc.nat(6), level: fc.constantFrom(...LEVELS) }), {
  maxLength: 200,
})

function folded(lines: Given, depths?: number) {
  return foldsOf(lines, nestingOf(lines.map(({ depth }) => depth)), depths)
}

/** What a line holds by the definition: all after it, up to the first that is not deeper. */
function inside(lines: Given, index: number): Given {
  const depth = lines[index]?.depth ?? 0
  const after = lines.slice(index + 1)
  const end = after.findIndex((line) => line.depth <= depth)
  return end === -1 ? after : after.slice(0, end)
}

describe('foldsOf', () => {
  it('counts the lines, errors and warnings that a fold hides', () => {
    fc.assert(
      fc.property(story, (lines) => {
        for (const [index, fold] of folded(lines).entries()) {
          const held = inside(lines, index)
          const numbers = (fold?.hides ?? '0').match(/\d+ \w+/g) ?? []
          const counted = (level: string) => held.filter((line) => line.level === level).length
          const said = (noun: RegExp) =>
            Number.parseInt(numbers.find((n) => noun.test(n)) ?? '0', 10)
          assert.equal(fold === undefined, held.length === 0)
          assert.equal(said(/line/), held.length)
          assert.equal(said(/error/), counted('error'))
          assert.equal(said(/warning/), counted('warn'))
        }
      }),
    )
  })

  it('never folds away a warning or an error by itself', () => {
    fc.assert(
      fc.property(story, (lines) => {
        for (const fold of folded(lines)) {
          assert.ok(fold === undefined || fold.isOpen || fold.trouble === undefined)
        }
      }),
    )
  })

  it('folds a long quiet block of a long story, and not the story itself', () => {
    const block = (length: number) => [
      lineOf({ text: 'opens', depth: 1 }),
      ...Array.from({ length }, () => lineOf({ text: 'inside', depth: 2 })),
    ]
    const lines = [lineOf({ text: 'all' }), ...block(24), ...block(23), ...block(90)]
    const open = folded(lines).flatMap((fold) => fold?.isOpen ?? [])
    assert.deepEqual(open, [true, false, true, true])
    assert.ok(folded(block(24)).every((fold) => fold?.isOpen !== false))
  })

  it('leaves a long block of a long story open where it has one warning, at its end', () => {
    const inside = Array.from({ length: 40 }, () => lineOf({ text: 'inside', depth: 1 }))
    const after = Array.from({ length: 100 }, () => lineOf({ text: 'after' }))
    const opens = lineOf({ text: 'opens' })
    const warning = lineOf({ text: 'warns', depth: 1, level: 'warn' })
    assert.equal(folded([opens, ...inside, ...after])[0]?.isOpen, false)
    assert.equal(folded([opens, ...inside, warning, ...after])[0]?.isOpen, true)
  })

  it('unfolds as many depths as are asked for, whatever is inside', () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 1, max: 9 }), (lines, depths) => {
        for (const [index, fold] of folded(lines, depths).entries()) {
          if (fold !== undefined) assert.equal(fold.isOpen, (lines[index]?.depth ?? 0) + 1 < depths)
        }
      }),
    )
  })
})

describe('markOf', () => {
  it('is hollow exactly where something further down is worse than a warning that the line is not', () => {
    fc.assert(
      fc.property(story, (lines) => {
        for (const [index, fold] of folded(lines).entries()) {
          const line = lines[index] ?? { depth: 0, level: 'info' }
          const rank = (level: (typeof LEVELS)[number]) => LEVELS.indexOf(level)
          const worst = Math.max(-1, ...inside(lines, index).map(({ level }) => rank(level)))
          const mark = markOf(line, fold)
          assert.equal(mark.isHollow, worst >= rank('warn') && worst > rank(line.level))
          assert.equal(rank(mark.level), mark.isHollow ? worst : rank(line.level))
        }
      }),
    )
  })
})
