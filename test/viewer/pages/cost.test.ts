import assert from 'node:assert/strict'
import { factsOf, countOf, statusOf } from '../../engine/table/standing/facts.ts'
import type { Facts } from '../../../engine/table/standing/standing-of.ts'
import { standingOf } from '../../../engine/table/standing/standing-of.ts'
import type { EventReader } from '../../../viewer/index.ts'
import { MemoryReader } from '../memory-reader.ts'
import { NOW, servingViewer } from '../serve.ts'

function readerOf(facts: Partial<Facts>): EventReader {
  const reader = new MemoryReader([])
  reader.standing = () => Promise.resolve(standingOf(factsOf({ now: NOW, ...facts })))
  return reader
}

async function pageOf(facts: Partial<Facts>): Promise<string> {
  let body = ''
  await servingViewer(readerOf(facts), async ({ get }) => {
    const answer = await get('/cost')
    assert.equal(answer.status, 200)
    body = answer.body
  })
  return body
}

describe('the page of what it costs', () => {
  it('shows what is used of what is free, and what reading that took', async () => {
    const counts = [
      countOf({ hour: NOW - 7_200_000, events: 1000, lines: 40_000, writeUnits: 3000 }),
    ]
    const body = await pageOf({ status: statusOf(720_000), counts })
    assert.match(body, /\$0 a month/)
    assert.match(
      body,
      /class="meter meter-fine">\s*<dt>Storage<\/dt>\s*<dd[^>]*>1\.21 GB of 25 GB</,
    )
    assert.match(body, /0\.83 at peak of 25/)
    assert.match(body, /Left this month/)
    assert.match(body, /This page cost <strong>4\.5 read units/)
    assert.doesNotMatch(body, /class="notice"/)
  })

  it('is a section of the masthead, on every page, and current on its own', async () => {
    await servingViewer(readerOf({}), async ({ get }) => {
      assert.match((await get('/cost')).body, /href="\/cost" aria-current="page">Cost</)
      assert.match((await get('/')).body, /href="\/cost">Cost</)
    })
  })

  it('warns of limits that are near, and says what to do', async () => {
    const body = await pageOf({ status: statusOf(13_000_000) })
    assert.match(
      body,
      /class="notice"><strong>Storage is at 87 % of the 25 GB that are free\.<\/strong> Keep events for a shorter time/,
    )
    assert.match(body, /class="meter meter-near">\s*<dt>Storage/)
    assert.match(
      await pageOf({ status: statusOf(20_000_000) }),
      /class="meter meter-full">\s*<dt>Storage/,
    )
  })

  it('says where storage would end, where the table does not remove what has expired', async () => {
    const counts = [countOf({ hour: NOW - 86_400_000, events: 24_000, bytes: 24_000 * 1_300 })]
    const status = statusOf(720_000, { expiry: 'disabled' })
    const body = await pageOf({ status, counts })
    assert.match(body, /expires after 30 days, but the table does not remove what has expired/)
    assert.match(body, /Storage would then level off at 1\.\d+ GB, never full\./)
    const much = countOf({ hour: NOW - 86_400_000, events: 900_000, bytes: 900_000 * 1_300 })
    assert.match(
      await pageOf({ status, counts: [much] }),
      /Storage would then level off at \d+(\.\d)? GB, too much for what is free\./,
    )
  })

  it('lists every vendor with dollars, burritos, and of when the price is', async () => {
    const counts = [countOf({ hour: NOW - 7_200_000, events: 1000, lines: 40_000 })]
    const body = await pageOf({ counts })
    for (const vendor of [
      'stacktale',
      'CloudWatch Logs',
      'Datadog',
      'Splunk',
      'Grafana Cloud',
      'Better Stack',
    ]) {
      assert.ok(body.includes(`<th scope="row">${vendor} `), vendor)
    }
    assert.match(body, /<td class="places-burritos">20 burritos<\/td>/)
    assert.match(body, />2026-09-20 <span class="places-source">datadoghq\.com</)
  })

  it('has nothing to say of rates where nothing was counted', async () => {
    const body = await pageOf({})
    assert.match(body, /Nothing was counted in the last days, so there is no rate to go by\./)
    assert.match(body, /Not known: these credentials may not describe the table/)
    assert.doesNotMatch(body, /NaN|Infinity|undefined|Left this month/)
  })

  it('says that a reader of one’s own does not tell', async () => {
    const reader = new MemoryReader([])
    Object.defineProperty(reader, 'standing', { value: undefined })
    await servingViewer(reader, async ({ get }) => {
      const { status, body } = await get('/cost')
      assert.equal(status, 501)
      assert.match(body, /a reader with a standing\(\) method/)
    })
  })
})
