import assert from 'node:assert/strict'
import fc from 'fast-check'
import { LEVELS } from '../../../engine/level.ts'
import { minimapOf } from '../../../viewer/display/minimap.ts'
import { slowdownsOf } from '../../../viewer/display/slowdowns.ts'
import { lineOf } from '../event-of.ts'

const lines = fc
  .array(
    fc.record({
      depth: fc.nat(5),
      level: fc.constantFrom(...LEVELS),
      elapsed: fc.integer({ min: 0, max: 100_000 }),
    }),
    { minLength: 30, maxLength: 600 },
  )
  .map((given) =>
    given
      .toSorted((a, b) => a.elapsed - b.elapsed)
      .map((fields) => lineOf({ text: 'x', ...fields })),
  )

describe('minimapOf', () => {
  it('has one tick a row, the worst that falls on it, inside its frame', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const { ticks = [], height = 0 } = minimapOf({ lines: given, duration: 100_000 }) ?? {}
        const rows = ticks.map(({ number }) => Math.floor(((number - 1) / given.length) * 250))
        assert.equal(new Set(rows).size, rows.length)
        for (const { kind, number, y } of ticks) {
          assert.ok(y >= 0 && y <= height)
          if (kind !== 'slow') assert.equal(given[number - 1]?.level, kind)
        }
        const hasErrors = given.some(({ level }) => level === 'error')
        assert.equal(
          ticks.some(({ kind }) => kind === 'error'),
          hasErrors,
        )
      }),
    )
  })

  it('shows blocks that took long, save one that is nearly the whole', () => {
    const given = [
      lineOf({ text: 'all' }),
      lineOf({ text: 'slow', depth: 1, elapsed: 10 }),
      ...Array.from({ length: 9 }, () => lineOf({ text: 'in it', depth: 2, elapsed: 700 })),
      ...Array.from({ length: 29 }, () => lineOf({ text: 'quick', depth: 1, elapsed: 800 })),
    ]
    const { slowBlocks = [] } = minimapOf({ lines: given, duration: 900 }) ?? {}
    assert.deepEqual(slowBlocks, [{ number: 2, y: 25, height: 250, label: 'Line 2 took 790 ms' }])
  })

  it('has none for a story that is seen at a glance', () => {
    assert.equal(minimapOf({ lines: [lineOf({ text: 'x' })], duration: 5 }), undefined)
  })
})

describe('slowdownsOf', () => {
  it('are the three longest gaps, in the order of the story', () => {
    const at = (...times: readonly number[]) =>
      times.map((elapsed) => lineOf({ text: 'x', elapsed }))
    const found = slowdownsOf({ lines: at(0, 200, 205, 505, 905, 1005, 1006), duration: 1006 })
    assert.deepEqual(
      found.map(({ number, gap }) => [number, gap]),
      [
        [2, '+200 ms'],
        [4, '+300 ms'],
        [5, '+400 ms'],
      ],
    )
  })

  it('are none where the whole took no time to speak of', () => {
    assert.deepEqual(
      slowdownsOf({
        lines: [lineOf({ text: 'x' }), lineOf({ text: 'y', elapsed: 9 })],
        duration: 9,
      }),
      [],
    )
  })
})
