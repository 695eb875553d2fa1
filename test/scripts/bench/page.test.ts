import assert from 'node:assert/strict'
import { benchmarksPage } from '../../../scripts/bench/report/page.ts'
import type { PackageCost } from '../../../scripts/bench/package/package-cost.ts'
import type { Row } from '../../../scripts/bench/result.ts'
import { rowOf } from '../../../scripts/bench/turns.ts'

const about = { what: 'a line', against: 'a peer' }

async function pageOf(
  rows: readonly Row[],
  packages: readonly PackageCost[] = [],
): Promise<string> {
  return await benchmarksPage({
    results: [
      {
        node: '20.19.0',
        groups: [{ title: 'Lines', work: 'The same on both sides.', rows }],
        kept: [{ what: 'stacktale', bytes: 160 }],
        stages: [
          { what: 'taking the call sites', ns: 9000 },
          { what: 'asking each of them for getFileName()', ns: 1000 },
          { what: 'asking each of them for getPosition()', ns: 2000 },
        ],
      },
    ],
    packages,
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

  it('gives each package its import on each Node, and its size', async () => {
    const page = await pageOf(
      [],
      [
        {
          name: 'a logger',
          imports: [
            { node: '20.19.0', ms: 31.4 },
            { node: '24.1.0', ms: 0.5 },
          ],
          size: { ownBytes: 1_250_000, totalBytes: 21_000_000, sdkBytes: 15_000_000 },
        },
        {
          name: 'a peer',
          imports: [
            { node: '20.19.0', ms: 40 },
            { node: '24.1.0', ms: 41 },
          ],
          size: { ownBytes: 10_000, totalBytes: 10_000, sdkBytes: 0 },
        },
      ],
    )
    assert.match(page, /^\| package +\| import on Node 20\.19\.0 \| import on Node 24\.1\.0 \|/m)
    assert.match(
      page,
      /^\| a logger \| 31\.4 ms +\| 500 µs +\| 1\.25 MB +\| 21\.00 MB +\| 15\.00 MB +\|$/m,
    )
    assert.match(page, /^\| a peer +\| 40\.0 ms +\| 41\.0 ms +\| 0\.01 MB +\| 0\.01 MB +\| +\|$/m)
    assert.match(page, /the median of 15/)
  })

  it('says what V8 alone takes for the depth', async () => {
    const page = await pageOf([
      rowOf({ what: 'addMessage(text), 20 frames', against: 'tslog with source position' }, [
        { ours: 20_000, theirs: 40_000 },
      ]),
    ])
    assert.match(page, /9\.00 µs for the capture, 12\.0 µs with/)
    assert.match(page, /1\.33× of the bare capture, and 0\.30× of tslog with source position/)
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
