import assert from 'node:assert/strict'
import type { Round } from '../../../../scripts/bench/viewer/compared.ts'
import type { Crowd } from '../../../../scripts/bench/viewer/crowd.ts'
import type { Figures } from '../../../../scripts/bench/viewer/measure.ts'
import { missesOf } from '../../../../scripts/bench/viewer/misses.ts'
import { figuresText } from '../../../../scripts/bench/viewer/page.ts'

const shown = { rows: 100, bytes: 90_000, readUnits: 2.5 }
const crowd: Crowd = {
  page: 'list',
  requestsPerSecond: 200,
  p50Ms: 200,
  p99Ms: 400,
  errors: 0,
  readUnitsPerSecond: 4,
  heapBefore: 14e6,
  heapAfter: 14e6,
}
const MET: Figures = {
  events: 1_000_000,
  serverTimes: [{ page: 'list', shown, rounds: [roundOf(5, 5), roundOf(5, 4.9), roundOf(5, 5.2)] }],
  weights: [{ part: 'list', bytes: 90_000, gzipped: 6000 }],
  browser: {
    firstPaint: 300,
    domReady: 600,
    loaded: 600,
    longestTask: 100,
    frameP50: 17,
    frameP95: 17,
    longestFrame: 33,
  },
  crowds: [crowd],
}

function roundOf(small: number, large: number): Round {
  const tookOf = (own: number): Round['small'] =>
    [1, 1, 1, 2].map((times) => ({ own: own * times, database: 3 }))
  return { small: tookOf(small), large: tookOf(large) }
}

function withRounds(...rounds: readonly Round[]): Figures {
  return { ...MET, serverTimes: [{ page: 'list', shown, rounds }] }
}

describe('what the viewer misses of its goals', () => {
  it('is nothing where all are met', () => {
    assert.deepEqual(missesOf(MET), [])
  })

  it('is said where a large table is slower in every round', () => {
    assert.deepEqual(missesOf(withRounds(roundOf(5, 6), roundOf(7, 8), roundOf(5, 5.4))), [
      'list: p50 is slower with more events.',
      'list: p95 is slower with more events.',
    ])
  })

  it('is nothing where that is so in some rounds only, or by hardly anything', () => {
    assert.deepEqual(missesOf(withRounds(roundOf(5, 9), roundOf(7, 9), roundOf(5, 4.9))), [])
    assert.deepEqual(missesOf(withRounds(roundOf(5, 5.1), roundOf(7, 7.1), roundOf(5, 5.2))), [])
  })

  for (const [what, figures, miss] of [
    ['a slow page', withRounds(roundOf(30, 29)), /^list: p95 is \d+\.\d ms\.$/],
    [
      'a heavy page',
      { ...MET, weights: [{ part: 'list', bytes: 103_000, gzipped: 1 }] },
      /^list: 101 KB/,
    ],
    [
      'an error',
      { ...MET, crowds: [{ ...crowd, errors: 1 }] },
      /^50 readers of the list: 1 error\.$/,
    ],
    [
      'too many read units',
      { ...MET, crowds: [{ ...crowd, readUnitsPerSecond: 13 }] },
      /more read units/,
    ],
    ['a growing heap', { ...MET, crowds: [{ ...crowd, heapAfter: 20e6 }] }, /the heap grew/],
    ['a slow opening', { ...MET, browser: { ...MET.browser, domReady: 1200 } }, /a second or more/],
  ] as const) {
    it(`is ${what}, on top of the page`, () => {
      const misses = missesOf(figures)
      assert.match(misses[0] ?? '', miss)
      const text = figuresText(figures, { machine: 'a machine', load: 0.1, date: '2026-03-09' })
      for (const each of misses) assert.ok(text.includes(`- ${each}`))
      assert.ok(!text.includes('Every goal above is met'))
    })
  }
})
