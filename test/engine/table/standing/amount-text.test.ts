import assert from 'node:assert/strict'
import {
  bytesText,
  daysText,
  rateText,
  roughCount,
  shareText,
} from '../../../../engine/table/standing/amount-text.ts'

describe('an amount in words', () => {
  const CASES: readonly (readonly [text: string, expected: string])[] = [
    [bytesText(0), '0 bytes'],
    [bytesText(1), '1 byte'],
    [bytesText(999), '999 bytes'],
    [bytesText(1000), '1 KB'],
    [bytesText(1.254e6), '1.25 MB'],
    [bytesText(25e9), '25 GB'],
    [bytesText(1e15), '1 PB'],
    [bytesText(4e18), '4,000 PB'],
    [roughCount(0, 'line'), '0 lines'],
    [roughCount(1, 'line'), '1 line'],
    [roughCount(9_999, 'line'), '9,999 lines'],
    [roughCount(4_213_000, 'line'), '4.21 million lines'],
    [daysText(0.5), 'less than a day'],
    [daysText(1.9), '1 day'],
    [daysText(729), '729 days'],
    [daysText(1461), '4 years'],
    [daysText(1e9), 'more than 100 years'],
    [rateText(0), '0'],
    [rateText(0.0001), 'under 0.001'],
    [rateText(0.03333), '0.033'],
    [rateText(12.345), '12.3'],
    [shareText(0), '0 %'],
    [shareText(0.001), 'under 1 %'],
    [shareText(0.999), '99 %'],
  ]
  for (const [text, expected] of CASES) {
    it(`is ${expected}`, () => assert.equal(text, expected))
  }
})
