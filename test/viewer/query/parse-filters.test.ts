import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { EventFilters } from '../../../viewer/query/event-filters.ts'
import { queryOf } from '../../../viewer/query/filter-query.ts'
import { OBJECT_PAGE_FILTERS, parseFilters } from '../../../viewer/query/parse-filters.ts'
import { LEVELS } from '../../../engine/level.ts'

function filtersOf(query: string): EventFilters {
  const parsed = parseFilters(new URLSearchParams(query))
  assert.ok(parsed.ok, JSON.stringify(parsed))
  return parsed.filters
}

function problemsOf(query: string): readonly string[] {
  const parsed = parseFilters(new URLSearchParams(query))
  assert.ok(!parsed.ok)
  return parsed.problems.map(({ parameter, problem }) => `${parameter}: ${problem}`)
}

describe('parseFilters', () => {
  it('reads every filter', () => {
    assert.deepEqual(
      filtersOf(
        'prefix=workout&object=workout_42&level=warn&from=2026-11-20&to=2026-11-21&limit=25&cursor=abc',
      ),
      {
        prefix: 'workout',
        object: 'workout_42',
        level: 'warn',
        from: Date.parse('2026-11-20T00:00Z'),
        to: Date.parse('2026-11-21T23:59:59.999Z'),
        limit: 25,
        cursor: 'abc',
      },
    )
    assert.deepEqual(filtersOf('range=24h'), { range: '24h' })
    assert.deepEqual(filtersOf(''), {})
  })

  it('takes an empty parameter, as a form sends it, for none', () => {
    const parsed = parseFilters(new URLSearchParams('prefix=&object=&from=&to=&limit=&level=error'))
    assert.deepEqual(parsed, { ok: true, filters: { level: 'error' }, isPlain: false })
  })

  it('lets written times replace a quick range', () => {
    const parsed = parseFilters(new URLSearchParams('range=1h&from=2026-11-20'))
    assert.deepEqual(parsed, {
      ok: true,
      filters: { from: Date.parse('2026-11-20T00:00Z') },
      isPlain: false,
    })
  })

  for (const [query, problem] of [
    ['colour=red', /^colour: This page does not know it/],
    ['level=warn&level=error', /^level: It is given 2 times/],
    ['level=fatal', /^level: Expected one of debug, info, warn, error/],
    ['range=2y', /^range: Expected one of 15m/],
    ['from=yesterday', /^from: Expected a time such as/],
    ['to=2026-02-30', /^to: Expected a time such as/],
    ['limit=0', /^limit: Expected a whole number from 1 to 1000/],
    ['limit=1001', /^limit: /],
    ['limit=1e2', /^limit: /],
    ['limit=-1', /^limit: /],
    ['limit=x', /^limit: /],
    ['prefix=a_b', /^prefix: .*no underscore/],
    ['object=42', /^object: Expected an object's whole key/],
    ['object=_42', /^object: /],
    [`object=a_${'é'.repeat(1024)}`, /^object: It has 2050 bytes/],
    ['prefix=user&object=workout_42', /^prefix: It is user, and the object workout_42 has another/],
    ['from=2026-11-21&to=2026-11-20', /^from: It lies after "to"/],
    ['__proto__=x', /^__proto__: This page does not know it/],
  ] as const) {
    it(`says what is wrong with ?${query.slice(0, 40)}`, () => {
      const problems = problemsOf(query)
      assert.equal(problems.length, 1)
      assert.match(problems[0] ?? '', problem)
    })
  }

  it('names every problem at once', () => {
    assert.equal(problemsOf('limit=0&level=x&y=1').length, 3)
  })

  it('knows only the filters of its page', () => {
    const parsed = parseFilters(new URLSearchParams('prefix=workout'), OBJECT_PAGE_FILTERS)
    assert.ok(!parsed.ok)
  })

  it('reads back every query that a link says', () => {
    const key = fc.string({ minLength: 1, maxLength: 40, unit: 'binary' })
    const filters: fc.Arbitrary<EventFilters> = fc.record(
      {
        object: key.map((id) => `workout_${id}`),
        level: fc.constantFrom(...LEVELS),
        from: fc.integer({ min: 0, max: 1e12 }),
        to: fc.integer({ min: 1e12, max: 2e12 }),
        limit: fc.integer({ min: 1, max: 1000 }),
        cursor: fc.base64String({ minLength: 4 }),
      },
      { requiredKeys: [], noNullPrototype: true },
    )
    fc.assert(
      fc.property(filters, (given) => {
        assert.deepEqual(filtersOf(queryOf(given).slice(1)), given)
      }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (pairs) => {
        void parseFilters(new URLSearchParams(pairs))
      }),
    )
  })
})
