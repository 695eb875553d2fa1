import assert from 'node:assert/strict'
import fc from 'fast-check'
import { parseTime } from '../../../viewer/query/parse-time.ts'

const iso = (text: string): { first: number; last: number } => {
  const first = Date.parse(text)
  return { first, last: first }
}

describe('parseTime', () => {
  it('takes a day for the whole of it, in UTC', () => {
    assert.deepEqual(parseTime('2026-11-21'), {
      first: Date.parse('2026-11-21T00:00:00.000Z'),
      last: Date.parse('2026-11-21T23:59:59.999Z'),
    })
  })

  it('takes a minute and a second for the whole of them', () => {
    assert.deepEqual(parseTime('2026-11-21T10:41'), {
      first: Date.parse('2026-11-21T10:41:00.000Z'),
      last: Date.parse('2026-11-21T10:41:59.999Z'),
    })
    assert.deepEqual(parseTime('2026-11-21 10:41:07'), {
      first: Date.parse('2026-11-21T10:41:07.000Z'),
      last: Date.parse('2026-11-21T10:41:07.999Z'),
    })
  })

  it('reads an offset', () => {
    assert.deepEqual(parseTime('2026-11-21T10:41:07.5+01:00'), iso('2026-11-21T09:41:07.500Z'))
  })

  it('reads back what a link says, to the millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999_999 }), (ms) => {
        assert.deepEqual(parseTime(new Date(ms).toISOString()), { first: ms, last: ms })
      }),
    )
  })

  it('reads milliseconds since the epoch', () => {
    assert.deepEqual(parseTime('1732184700123'), { first: 1732184700123, last: 1732184700123 })
  })

  for (const text of [
    'yesterday',
    '2026-02-30',
    '2026-13-01',
    '2026-11-21T25:00',
    '2026-11-21T10:61',
    '1969-12-31',
    '21.11.2026',
    '2026',
    '99999999999999',
    '2026-11-21T10:41:07.1234',
    ' ',
  ]) {
    it(`does not understand ${JSON.stringify(text)}`, () => {
      assert.equal(parseTime(text), undefined)
    })
  }

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseTime(text)))
  })
})
