import assert from 'node:assert/strict'
import fc from 'fast-check'
import { parseSearch } from '../../../../viewer/query/search/parse-search.ts'
import { printSearch } from '../../../../viewer/query/search/print-search.ts'
import type { Term } from '../../../../viewer/query/search/term.ts'
import { LEVELS } from '../../../../engine/level.ts'

const text = (text: string, isNegated = false): Term => ({ kind: 'text', text, isNegated })

const anyWritten = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'level:',
        'duration:>',
        'object:',
        'lines:',
        'a:',
        '-',
        '"',
        '\\',
        ' ',
        '=2s',
      ),
      fc.constantFrom(
        'level:warn',
        'duration:<1.5min',
        'trace:4bf92f',
        'object:workout_42',
        'http://x',
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))

const anyTerm: fc.Arbitrary<Term> = fc
  .tuple(
    fc.oneof(
      fc.record({
        kind: fc.constant('text' as const),
        text: fc.string({ unit: 'binary', minLength: 1 }),
      }),
      fc.record({
        kind: fc.constant('level' as const),
        level: fc.constantFrom(...LEVELS),
        isExact: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant('service' as const),
        name: fc.string({ unit: 'binary', minLength: 1 }),
      }),
      fc.record({
        kind: fc.constant('duration' as const),
        comparison: fc.constantFrom('>', '>=', '<', '<='),
        amount: fc.nat(10 ** 9).map((thousandths) => thousandths / 1000),
      }),
      fc.record({
        kind: fc.constant('lines' as const),
        comparison: fc.constantFrom('>', '>=', '<', '<='),
        amount: fc.nat(10 ** 9 - 1),
      }),
    ),
    fc.boolean(),
  )
  .map(([condition, isNegated]) => ({ ...condition, isNegated }))

describe('a search', () => {
  it('is words, phrases, conditions, and what is not wanted', () => {
    const search =
      '  starting "no answer" -quiet level:warn -service:billing duration:>2s lines:<=9 '
    assert.deepEqual(parseSearch(search), {
      notes: [],
      terms: [
        text('starting'),
        text('no answer'),
        text('quiet', true),
        { kind: 'level', level: 'warn', isExact: false, isNegated: false },
        { kind: 'service', name: 'billing', isNegated: true },
        { kind: 'duration', comparison: '>', amount: 2000, isNegated: false },
        { kind: 'lines', comparison: '<=', amount: 9, isNegated: false },
      ],
    })
  })

  it('takes names in quotation marks, and letters of either case', () => {
    assert.deepEqual(
      parseSearch(
        String.raw`object:"workout_a \"b\"" Level:WARNING level:=info trace:4BF92F prefix:workout`,
      ).terms,
      [
        { kind: 'object', name: 'workout_a "b"', isNegated: false },
        { kind: 'level', level: 'warn', isExact: false, isNegated: false },
        { kind: 'level', level: 'info', isExact: true, isNegated: false },
        { kind: 'trace', name: '4bf92f', isNegated: false },
        { kind: 'prefix', name: 'workout', isNegated: false },
      ],
    )
  })

  for (const [written, amount] of [
    ['>2s', 2000],
    ['<500ms', 500],
    ['>=1.5min', 90_000],
    ['<=3h', 10_800_000],
    ['2m', 120_000],
    ['0.25ms', 0.25],
  ] as const) {
    it(`reads duration:${written}`, () => {
      const [term] = parseSearch(`duration:${written}`).terms
      assert.equal(term?.kind === 'duration' && term.amount, amount)
    })
  }

  for (const [written, why] of [
    ['level:banana', /^“level:banana” is searched as text: one of debug, info, warn, error is/],
    ['prefix:a_b', /which has no underscore/],
    ['object:42', /an object's whole key is expected/],
    ['trace:xyz', /the id of a trace/],
    ['duration:long', /a length of time is expected, such as >2s/],
    ['duration:>2', /a length of time/],
    ['duration:9999999999999h', /a length of time/],
    ['lines:many', /a number is expected/],
    ['colour:red', /there is no field colour, but level, prefix, service/],
  ] as const) {
    it(`searches ${written} as text, and says why`, () => {
      const { terms, notes } = parseSearch(written)
      assert.deepEqual(terms, [text(written)])
      assert.equal(notes.length, 1)
      assert.match(notes[0] ?? '', why)
    })
  }

  it('takes all after a quotation mark that is not closed as a phrase, and says so', () => {
    const { terms, notes } = parseSearch('a "b c')
    assert.deepEqual(terms, [text('a'), text('b c')])
    assert.match(notes.join(''), /not closed/)
  })

  it('has nothing to say of colons in prose and in addresses', () => {
    const { terms, notes } = parseSearch('Error: http://example.com/ 12:30')
    assert.deepEqual(terms, [text('Error:'), text('http://example.com/'), text('12:30')])
    assert.deepEqual(notes, [])
  })

  it('reads whatever is written, and what it prints of it as the same', () => {
    fc.assert(
      fc.property(anyWritten, (written) => {
        const { terms } = parseSearch(written)
        assert.deepEqual(parseSearch(printSearch(terms)).terms, terms)
      }),
      { numRuns: 1000 },
    )
  })

  it('reads back whatever terms it prints, without anything to note', () => {
    fc.assert(
      fc.property(fc.array(anyTerm), (terms) => {
        assert.deepEqual(parseSearch(printSearch(terms)), { terms, notes: [] })
      }),
      { numRuns: 1000 },
    )
  })
})
