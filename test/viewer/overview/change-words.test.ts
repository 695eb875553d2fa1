import assert from 'node:assert/strict'
import { changeWords, shareWords } from '../../../viewer/overview/change-words.ts'

describe('a change', () => {
  for (const [now, before, words] of [
    [112, 100, '+12%'],
    [97, 100, '−3%'],
    [0, 100, '−100%'],
    [1001, 1000, '±0%'],
    [999, 100, '+899%'],
    [1000, 100, '10 times as many'],
    [7, 0, 'none before'],
    [0, 0, 'none before either'],
  ] as const) {
    it(`from ${before} to ${now} is ${words}`, () => {
      assert.equal(changeWords(now, before), words)
    })
  }
})

describe('a share', () => {
  for (const [part, whole, words] of [
    [0, 0, '0%'],
    [0, 10, '0%'],
    [1, 2000, '< 0.1%'],
    [1, 300, '0.3%'],
    [1, 3, '33%'],
    [3, 3, '100%'],
  ] as const) {
    it(`of ${part} in ${whole} is ${words}`, () => {
      assert.equal(shareWords(part, whole), words)
    })
  }
})
