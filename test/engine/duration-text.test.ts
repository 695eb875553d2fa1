import assert from 'node:assert/strict'
import fc from 'fast-check'
import { durationText } from '../../engine/duration-text.ts'
import { shortDuration } from '../../engine/sinks/console/short-duration.ts'

const beside = (big: number, bigUnit: string, small: number, smallUnit: string): string =>
  `${big} ${bigUnit} ${small} ${smallUnit}`

describe('a length of time', () => {
  it('is told in the unit that suits it', () => {
    const told = (
      [
        9.94, 9.96, 999.4, 999.6, 9_994, 9_996, 59_940, 59_960, 125_000, 3_599_400, 3_599_600,
        11_520_000,
      ] as const
    ).map((ms) => durationText(ms, { tenthsBelowMs: 10, beside }))
    assert.deepEqual(told, [
      '9.9 ms',
      '10 ms',
      '999 ms',
      '1.00 s',
      '9.99 s',
      '10.0 s',
      '59.9 s',
      '1 min 0 s',
      '2 min 5 s',
      '59 min 59 s',
      '1 h 0 min',
      '3 h 12 min',
    ])
  })

  it('has less than 60 of the smaller of two units, however it is rounded', () => {
    fc.assert(
      fc.property(fc.double({ min: 60_000, max: 3.6e9, noNaN: true }), (ms) => {
        const [big = 0, small = 60] = durationText(ms, { tenthsBelowMs: 10, beside })
          .split(/\D+/)
          .map(Number)
        assert.ok(big > 0 && small < 60)
        assert.ok(ms >= 3_599_500 || big < 60)
      }),
    )
  })

  it('has seven characters at most in a terminal, up to a hundred hours', () => {
    assert.equal(shortDuration(125_000), '2m 05s')
    assert.equal(shortDuration(11_520_000), '3h 12m')
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3.599e8, noNaN: true }), (ms) => {
        assert.ok(shortDuration(ms).length <= 7)
      }),
    )
  })
})
