import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  newTrace,
  parseTrace,
  traceOf,
  traceparentOf,
} from '../../../engine/trace/trace-context.ts'

const hex = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...'0123456789abcdef'.split('')), {
      minLength: length,
      maxLength: length,
    })
    .map((digits) => digits.join(''))
    .filter((digits) => !/^0*$/.test(digits))

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const SPAN = '00f067aa0ba902b7'

describe('a traceparent', () => {
  it('reads back as it was written, whatever the ids', () => {
    fc.assert(
      fc.property(hex(32), hex(16), fc.constantFrom('00', '01', 'ff'), (trace, span, flags) => {
        const header = traceparentOf({ trace, flags }, span)
        assert.deepEqual(parseTrace(header), { trace, parent: span, flags })
      }),
    )
  })

  it('of a later version may have more at its end', () => {
    assert.equal(parseTrace(`cc-${TRACE}-${SPAN}-01-what.the.future.brings`)?.trace, TRACE)
  })

  it('may be an id alone, with or without the dashes of a UUID', () => {
    const uuid = '4BF92F35-77B3-4DA6-A3CE-929D0E0E4736'
    assert.deepEqual(parseTrace(uuid), { trace: TRACE, flags: '01' })
    assert.deepEqual(parseTrace(TRACE), { trace: TRACE, flags: '01' })
  })

  it('passes on what other vendors add, unless that could break out of its header', () => {
    const header = `00-${TRACE}-${SPAN}-01`
    assert.equal(parseTrace(header, 'congo=t61rcWkgMzE')?.state, 'congo=t61rcWkgMzE')
    assert.equal(parseTrace(header, 'a=b\r\nset-cookie: c=d')?.state, undefined)
    assert.equal(parseTrace(header, 'a'.repeat(513))?.state, undefined)
  })

  for (const value of [
    `00-${'0'.repeat(32)}-${SPAN}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `ff-${TRACE}-${SPAN}-01`,
    `00-${TRACE}-${SPAN}-01-more`,
    `00-${TRACE.toUpperCase()}-${SPAN}-01`,
    `00-${TRACE}-${SPAN}`,
    `00-${TRACE}-${SPAN}-01\n`,
    `00-${TRACE}-${SPAN}-01,00-${TRACE}-${SPAN}-01`,
    '0'.repeat(32),
    'x'.repeat(100_000),
    '',
    7,
    {},
  ]) {
    it(`is not ${JSON.stringify(value).slice(0, 70)}: a new trace notes what came`, () => {
      assert.equal(parseTrace(value), undefined)
      const { trace, parent, refused } = traceOf(value)
      assert.match(trace, /^[\da-f]{32}$/)
      assert.equal(parent, undefined)
      assert.ok(typeof refused === 'string' && refused.length <= 100)
    })
  }

  it('that is missing is nothing to note', () => {
    assert.equal(traceOf(undefined).refused, undefined)
  })

  it('of a new trace is another each time', () => {
    assert.equal(new Set(Array.from({ length: 1000 }, () => newTrace().trace)).size, 1000)
  })
})
