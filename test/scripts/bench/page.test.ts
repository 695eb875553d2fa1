import assert from 'node:assert/strict'
import { benchmarksPage } from '../../../scripts/bench/report/page.ts'
import type { Row } from '../../../scripts/bench/result.ts'
import { rowOf } from '../../../scripts/bench/turns.ts'

const about = { what: 'a line', against: 'a peer' }

async function pageOf(rows: readonly Row[]): Promise<string> {
  return await benchmarksPage({
    results: [
      {
        node: '20.19.0',
        groups: [{ title: 'Lines', work: 'The same on both sides.', rows }],
        kept: [{ what: 'stacktale', bytes: 160 }],
        stages: [{ what: 'taking the call sites', ns: 9000 }],
      },
    ],
    machine: '2 × a processor',
    versions: ['pino 10'],
    date: '2026-03-09',
  })
}

describe('the page of the benchmarks', () => {
  it('says a missed bar before everything else that is slower', async () => {
    const page = await pageOf([
      rowOf({ ...about, what: 'a slower line' }, [{ ours: 3, theirs: 2 }]),
      rowOf({ ...about, bar: 1.3 }, [{ ours: 4000, theirs: 2000 }]),
    ])
    assert.match(
      page,
      /^- \*\*Bar missed\*\* \(≤ 1\.30×\): lines, a line, against a peer: 2\.00× on Node 20\.19\.0\.$/m,
    )
    assert.match(page, /^- lines, a slower line, against a peer: 1\.50× on Node 20\.19\.0\.$/m)
    assert.ok(page.indexOf('Bar missed') < page.indexOf('a slower line'))
  })

  it('gives each row its times, ratio, bar and verdict', async () => {
    const page = await pageOf([rowOf({ ...about, bar: 2 }, [{ ours: 1500, theirs: 1000 }])])
    assert.match(
      page,
      /\| a line +\| a peer +\| 1\.50 µs \| 1\.00 µs \| 1\.50× \(1\.50–1\.50\) +\| ≤ 2\.00× \| met/,
    )
  })

  it('tells the median of the rounds, so that a disturbed one does not count', () => {
    const { ratio, ours } = rowOf(about, [
      { ours: 1, theirs: 1 },
      { ours: 90, theirs: 1 },
      { ours: 2, theirs: 1 },
    ])
    assert.deepEqual([ratio, ours], [2, 2])
  })
})
