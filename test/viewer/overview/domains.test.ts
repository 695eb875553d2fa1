import assert from 'node:assert/strict'
import fc from 'fast-check'
import { columnsOf } from '../../../viewer/counts/columns.ts'
import { domainTable } from '../../../viewer/overview/domain-rows.ts'
import { domainsOf } from '../../../viewer/overview/domains.ts'
import { mostFailing, slowest } from '../../../viewer/overview/rankings.ts'
import { anyEvents, anySteps, countsOf, sumOf } from '../counts/any-counts.ts'
import { counted, HOUR } from './domain-of.ts'

const steps = { from: HOUR, stepMs: 3_600_000, length: 1 }
const address = (filters: object): string => JSON.stringify(filters)

describe('domains', () => {
  it('share out what was counted, most events first', () => {
    fc.assert(
      fc.property(anyEvents, anyEvents, anySteps, (events, earlier, steps) => {
        const counts = countsOf(events)
        const domains = domainsOf(counts, countsOf(earlier), steps)
        const numbers = domains.map((domain) => domain.events)
        assert.equal(sumOf(numbers), events.length)
        assert.equal(sumOf(domains.map(({ before }) => before.events)), earlier.length)
        assert.deepEqual(
          numbers,
          numbers.toSorted((a, b) => b - a),
        )
        for (const [index, { events }] of columnsOf(counts, steps).entries()) {
          assert.equal(sumOf(domains.map(({ columns }) => columns[index]?.events ?? 0)), events)
        }
      }),
    )
  })

  it('are listed with what they had, twenty at most', () => {
    const counts = Array.from({ length: 25 }, (_, index) => [
      ...counted(`p${index}`, 'info', 30 - index),
      ...counted(`p${index}`, 'error', 1),
    ]).flat()
    const { rows, rest } = domainTable(domainsOf(counts, [], steps), address)
    assert.equal(rows.length, 20)
    assert.equal(rest, 'and 5 more domains with 45 events.')
    const [first] = rows
    assert.deepEqual(first?.events, { text: '31', address: '{"prefix":"p0"}' })
    assert.deepEqual(first?.errors, { text: '1', address: '{"prefix":"p0","level":"error"}' })
    assert.equal(first?.errorShare, '3.2%')
  })

  it('that only were there before are not listed', () => {
    const table = domainTable(domainsOf([], counted('gone', 'info', 9), steps), address)
    assert.deepEqual(table, { rows: [], rest: '' })
  })

  it('are ranked by what was slowest, and by what failed most', () => {
    const domains = domainsOf(
      [
        ...counted('quick', 'info', 50, 2),
        ...counted('slow', 'info', 2, 9_000),
        ...counted('middling', 'error', 5, 300),
        ...counted('middling', 'info', 15, 300),
        ...counted('broken', 'error', 3, 5),
      ],
      [],
      steps,
    )
    assert.deepEqual(
      slowest(domains, address).map(({ prefix }) => prefix),
      ['slow', 'middling', 'broken', 'quick'],
    )
    assert.deepEqual(
      mostFailing(domains, address).map(({ prefix, value, remark, share, address }) => [
        prefix,
        value,
        remark,
        share,
        address,
      ]),
      [
        ['broken', '100%', '3 of 3 events', 100, '{"prefix":"broken","level":"error"}'],
        ['middling', '25%', '5 of 20 events', 25, '{"prefix":"middling","level":"error"}'],
      ],
    )
  })
})
