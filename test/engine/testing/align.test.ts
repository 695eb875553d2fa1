import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Pair } from '../../../engine/testing/align.ts'
import { align, isAgreed } from '../../../engine/testing/align.ts'
import type { TemplateRow } from '../../../engine/testing/template.ts'
import { templateRows } from '../../../engine/testing/template.ts'
import { fewRows } from './any-story.ts'

/** How many rows are left alone, and how many gaps have taken. */
type Cost = readonly [alone: number, byGaps: number]

const anyTemplate = fewRows(true).map((rows) => templateRows(rows.join('\n'), {}))

function costOf(pairs: readonly Pair[]): Cost {
  const alone = pairs.filter((pair) => !isAgreed(pair)).length
  return [alone, pairs.filter((pair) => isAgreed(pair) && pair.expected?.isGap === true).length]
}

/** The least cost of all ways to lay a story beside a template, each of which is tried. */
function leastCost(template: readonly TemplateRow[], story: readonly string[]): Cost {
  const [row, ...rows] = template
  const [told, ...rest] = story
  if (row === undefined) return [story.length, 0]
  const ways: Cost[] = [plus(leastCost(rows, story), row.isGap ? 0 : 1, 0)]
  if (told !== undefined) {
    ways.push(plus(leastCost(template, rest), 1, 0))
    if (row.matches(told)) {
      ways.push(row.isGap ? plus(leastCost(template, rest), 0, 1) : leastCost(rows, rest))
    }
  }
  return ways.reduce((a, b) => (a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]) ? a : b))
}

function plus([alone, byGaps]: Cost, moreAlone: number, moreByGaps: number): Cost {
  return [alone + moreAlone, byGaps + moreByGaps]
}

describe('align', () => {
  it('leaves as few rows alone as can be, and then as few to gaps', () => {
    fc.assert(
      fc.property(anyTemplate, fewRows(false), (template, story) => {
        assert.deepEqual(costOf(align(template, story)), leastCost(template, story))
      }),
      { numRuns: 500 },
    )
  })

  it('pairs every row of both once, in order, but for gaps, and only where they match', () => {
    fc.assert(
      fc.property(anyTemplate, fewRows(false), (template, story) => {
        const pairs = align(template, story)
        assert.deepEqual(
          pairs.flatMap(({ actual }) => actual ?? []),
          story,
        )
        assert.deepEqual(
          pairs.flatMap(({ expected }) => expected ?? []).filter(({ isGap }) => !isGap),
          template.filter(({ isGap }) => !isGap),
        )
        for (const { expected, actual } of pairs) {
          if (expected !== undefined && actual !== undefined) assert.ok(expected.matches(actual))
          else assert.notEqual(expected?.isGap, true)
        }
      }),
    )
  })

  it('leaves a row alone before another that is missing, and goes on in step', () => {
    const pairs = align(templateRows('a\nb\nd', {}), ['a', 'b', 'c', 'd'])
    assert.deepEqual(pairs.map(isAgreed), [true, true, false, true])
  })

  it('lays a thousand rows beside a thousand', () => {
    const story = Array.from({ length: 1000 }, (_, index) => `Row ${index}`)
    const pairs = align(templateRows(story.slice(1).join('\n'), {}), story)
    assert.deepEqual(costOf(pairs), [1, 0])
  })
})
