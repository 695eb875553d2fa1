import assert from 'node:assert/strict'
import { eventOf, lineOf } from '../event-of.ts'
import { purchaseTrace } from '../sample/purchase-trace.ts'
import { NOW, servingViewer } from '../serve.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'

const purchase = purchaseTrace(NOW)
const PURCHASE = `/traces/${purchase[0]?.trace}`

function committedAt(ms: number): string {
  return `${ms}.0000001234567890123456789`
}

const events = [
  eventOf({
    prefix: 'request',
    id: 'a',
    service: 'purchasing',
    title: 'POST /purchases',
    trace: TRACE,
    duration: 500,
    timestamp: committedAt(NOW - 60_000),
    level: 'error',
  }),
  eventOf({
    prefix: 'request',
    id: 'b',
    service: 'inventory',
    title: 'POST /reservations',
    trace: TRACE,
    duration: 50,
    timestamp: committedAt(NOW - 60_400),
  }),
  eventOf({
    prefix: 'request',
    id: 'c',
    service: 'inventory',
    title: 'Something else',
    trace: 'f'.repeat(32),
    timestamp: committedAt(NOW - 60_200),
  }),
]

describe('the page of a trace', () => {
  it('shows the events of all services in the order in which they began, and no others', async () => {
    await servingViewer(events, async ({ get }) => {
      const { status, body } = await get(`/traces/${TRACE}`)
      assert.equal(status, 200)
      const titles = [...body.matchAll(/class="event-title"[^>]*>(?:<span.*?<\/span>)?([^<]*)/g)]
      assert.deepEqual(
        titles.map(([, title]) => title),
        ['POST /purchases', 'POST /reservations'],
      )
      assert.equal(body.match(/class="identifier"/g)?.length, 1)
      assert.match(body, /<h1 dir="auto">POST \/purchases<\/h1>/)
      assert.match(body, /21 Nov 2026, 10:40:57\.500 UTC<\/time> <span class="quiet">\(1 min ago\)/)
      assert.match(body, /2 events of 2 services in 500 ms\./)
      assert.match(body, /call-begins"[^>]*>\+50\.0 ms</)
    })
  })

  it('draws when each event was, within the whole', async () => {
    await servingViewer(events, async ({ get }) => {
      const { body } = await get(`/traces/${TRACE}`)
      const bars = [
        ...body.matchAll(/class="lane-bar bar-\w+" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g),
      ]
      assert.deepEqual(
        bars.map(([, x, width]) => [Number(x), Number(width)]),
        [
          [0, 1000],
          [100, 100],
        ],
      )
    })
  })

  it('is found from each event, with the time around it', async () => {
    await servingViewer(events, async ({ get }) => {
      const { body } = await get(`/events/request_b/${committedAt(NOW - 60_400)}`)
      const [, link = ''] = /href="(\/traces\/[^"]+)"/.exec(body) ?? []
      const { status, body: page } = await get(link.replaceAll('&amp;', '&'))
      assert.equal(status, 200)
      assert.match(page, /POST \/purchases/)
    })
  })

  it('looks in the last hour without a time, and then in the last day', async () => {
    const late = events.map((event) => ({ ...event, timestamp: committedAt(NOW - 7_200_000) }))
    await servingViewer(late, async ({ get }) => {
      const { body } = await get(`/traces/${TRACE}`)
      assert.match(body, /<h1 dir="auto">Trace<\/h1>/)
      assert.match(body, /No event of this trace was found in the last hour\./)
      const [, link = ''] = /href="([^"]+)">Look in the last 24 hours</.exec(body) ?? []
      assert.match((await get(link.replaceAll('&amp;', '&'))).body, /POST \/purchases/)
    })
  })

  it('says where it looked when it finds nothing, and looks further when asked', async () => {
    await servingViewer(events, async ({ get }) => {
      const day = 24 * 3_600_000
      const from = NOW - 2 * 3_600_000
      const { body } = await get(`/traces/${TRACE}?from=${from}&to=${from + 1000}`)
      assert.match(
        body,
        /No event of this trace was found from 21 Nov 2026, 08:41:58\.000 UTC up to/,
      )
      const [, link = ''] = /class="button" href="(\/traces\/[^"]+)"/.exec(body) ?? []
      assert.match(
        decodeURIComponent(link),
        new RegExp(`from=.*${new Date(from - day).getUTCDate()}`),
      )
      assert.match((await get(link.replaceAll('&amp;', '&'))).body, /POST \/purchases/)
    })
  })

  for (const trace of ['0', 'x'.repeat(32), TRACE.toUpperCase(), `${TRACE}0`]) {
    it(`is not found for ${trace}, which no trace is called`, async () => {
      await servingViewer(events, async ({ get }) => {
        assert.equal((await get(`/traces/${trace}`)).status, 404)
      })
    })
  }

  it('refuses filters of other pages', async () => {
    await servingViewer(events, async ({ get }) => {
      assert.equal((await get(`/traces/${TRACE}?prefix=user`)).status, 400)
    })
  })

  it('tells one story: each event below its caller, with its lines, and what failed first', async () => {
    await servingViewer(purchase, async ({ get }) => {
      const { body } = await get(PURCHASE)
      const calls = [...body.matchAll(/<li class="call call-\w+ indent-(\d)" id="e(\d)"/g)]
      const wheres = [...body.matchAll(/call-where"><bdi>(\w+)</g)].map(([, where]) => where)
      assert.deepEqual(
        calls.map(([, indent], index) => `${indent} ${wheres[index]}`),
        ['0 purchasing', '1 inventory', '1 ordering', '2 inventory', '0 mail'],
      )
      assert.match(body, /href="#e3">called by <bdi>ordering</)
      assert.match(
        body,
        /First to fail was inventory, after 77\.\d ms:<\/bdi> <a href="\/events\/request_i2\/[\d.]+#L2" dir="auto">The shelves are locked/,
      )
      assert.equal(body.match(/class="call-line /g)?.length, 20)
      assert.match(body, /This page cost <strong>3\.1 read units</)
    })
  })

  it('leaves the lines unread when asked', async () => {
    await servingViewer(purchase, async ({ get }) => {
      const { body } = await get(`${PURCHASE}?lines=no`)
      assert.equal(body.match(/class="call-line /g), null)
      assert.equal(body.match(/class="call call-/g)?.length, 5)
      assert.match(body, /This page cost <strong>0\.6 read units</)
      assert.equal((await get(`${PURCHASE}?lines=some`)).status, 400)
    })
  })

  it('reads what failed first, stops at its read units, and says what it left out', async () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      eventOf({
        id: String(index),
        trace: TRACE,
        timestamp: committedAt(NOW - 1000 + index),
        lines: [lineOf({ text: `Step ${index}`, level: index === 59 ? 'error' : 'info' })],
      }),
    )
    await servingViewer(many, async ({ get }) => {
      const { body } = await get(`/traces/${TRACE}`)
      assert.equal(body.match(/class="call-line /g)?.length, 25)
      assert.match(body, /First to fail was workout[^:]*:<\/bdi> <a[^>]*#L1" dir="auto">Step 59/)
      assert.match(body, /stopped after 12\.5 read units: 35 events are shown without lines/)
      assert.equal(body.match(/class="call call-/g)?.length, 60)
    })
  })

  it('shows of a long event its beginning, what went wrong, and where the rest is', async () => {
    const lines = Array.from({ length: 400 }, (_, index) =>
      lineOf({ text: `Line ${index + 1}`, level: index === 350 ? 'error' : 'info' }),
    )
    await servingViewer([eventOf({ lines, trace: TRACE })], async ({ get }) => {
      const { body } = await get(`/traces/${TRACE}`)
      assert.equal(body.match(/class="call-line /g)?.length, 151)
      assert.match(body, /Line 351</)
      assert.match(body, /and 249 more lines/)
    })
  })

  it('escapes what services and lines are called', async () => {
    const evil = '<script>alert(1)</script>'
    const event = eventOf({
      service: evil,
      trace: TRACE,
      lines: [lineOf({ text: evil, level: 'error' })],
    })
    await servingViewer([event], async ({ get }) => {
      assert.ok(!(await get(`/traces/${TRACE}`)).body.includes('<script>alert'))
    })
  })
})
