import assert from 'node:assert/strict'
import { eventOf } from '../event-of.ts'
import { NOW, servingViewer } from '../serve.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'

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
      assert.match(body, /2 events of 2 services in 500 ms\./)
      assert.match(body, /trace-begins">\+50\.0 ms</)
    })
  })

  it('draws when each event was, within the whole', async () => {
    await servingViewer(events, async ({ get }) => {
      const { body } = await get(`/traces/${TRACE}`)
      const bars = [...body.matchAll(/class="share-part" x="([\d.]+)" width="([\d.]+)"/g)]
      assert.deepEqual(
        bars.map(([, x, width]) => [Number(x), Number(width)]),
        [
          [0, 100],
          [10, 10],
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

  it('says where it looked when it finds nothing, and looks further when asked', async () => {
    await servingViewer(events, async ({ get }) => {
      const day = 24 * 3_600_000
      const from = NOW - 2 * 3_600_000
      const { body } = await get(`/traces/${TRACE}?from=${from}&to=${from + 1000}`)
      assert.match(body, /No event of this trace was found/)
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
})
