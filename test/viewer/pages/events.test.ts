import assert from 'node:assert/strict'
import type { EventPage, FeedQuery, PrefixList } from '../../../engine/table/event-page.ts'
import { eventOf, lineOf } from '../event-of.ts'
import { MemoryReader } from '../memory-reader.ts'
import { sample } from '../sample/sample-events.ts'
import { NOW, servingViewer } from '../serve.ts'

const MINUTE_MS = 60_000
const { events, failed } = sample(NOW)

/** Keeps what it was asked. */
class AskedReader extends MemoryReader {
  readonly asked: FeedQuery[] = []
  readonly objects: string[] = []
  prefixReads = 0

  override async feed(query: FeedQuery = {}): Promise<EventPage> {
    this.asked.push(query)
    return await super.feed(query)
  }

  override async object(key: string, query: FeedQuery = {}): Promise<EventPage> {
    this.objects.push(key)
    return await super.object(key, query)
  }

  override async prefixes(): Promise<PrefixList> {
    this.prefixReads += 1
    return await super.prefixes()
  }
}

function titlesIn(body: string): readonly string[] {
  return [...body.matchAll(/class="event-title"[^>]*>(?:<span[^>]*>[^<]*<\/span>)?([^<]*)/g)].map(
    ([, title = '']) => title,
  )
}

function linkIn(body: string, label: string): string {
  const [, href = ''] = new RegExp(`href="([^"]*)"[^>]*>${label}`).exec(body) ?? []
  return href.replaceAll('&amp;', '&')
}

describe('the list of events', () => {
  it('shows the newest 100 by day, and says so', async () => {
    await servingViewer(events, async ({ get }) => {
      const { status, body } = await get('/')
      assert.equal(status, 200)
      assert.equal(titlesIn(body).length, 100)
      assert.match(body, /<h1>Events<\/h1>/)
      assert.match(body, /The newest 100 events\./)
      assert.match(body, /Saturday, 21 November 2026<\/time> <span class="quiet">today</)
      assert.match(body, /Friday, 20 November 2026<\/time> <span class="quiet">yesterday</)
      assert.match(body, /This page cost <strong>4 read units</)
      assert.ok(body.length < 100_000, `${body.length} bytes`)
    })
  })

  it('shows of each its title, level, object, size and time', async () => {
    await servingViewer([failed], async ({ get }) => {
      const { body } = await get('/')
      assert.match(body, /class="event event-error"/)
      assert.match(body, /<span class="spoken">Error: <\/span>Starting workout generation for Ada/)
      assert.match(body, /href="\/objects\/workout_42"><bdi>workout_42</)
      assert.match(body, /55 lines/)
      assert.match(body, /datetime="2026-11-21T10:38:34.000Z">10:38:34</)
      assert.match(body, /title="21 Nov 2026, 10:38:34.000 UTC"/)
      assert.match(body, />3 min ago</)
      assert.ok(body.includes(`href="/events/workout_42/${failed.timestamp}"`))
    })
  })

  it('pages through all of them, each once, and back to the newest', async () => {
    await servingViewer(events, async ({ get }) => {
      const seen: string[] = []
      let path = '/?limit=40'
      let pages = 0
      while (path !== '') {
        const { body } = await get(path)
        seen.push(...[...body.matchAll(/href="(\/events\/[^"]+)"/g)].map(([, link = '']) => link))
        if (pages > 0)
          assert.equal(linkIn(body, '<span aria-hidden="true">↑</span> Newest'), '/?limit=40')
        path = linkIn(body, 'Older events')
        pages += 1
      }
      assert.equal(pages, 4)
      assert.equal(seen.length, 150)
      assert.equal(new Set(seen).size, 150)
    })
  })

  it('asks the reader for what the address says', async () => {
    const reader = new AskedReader(events)
    await servingViewer(reader, async ({ get }) => {
      await get('/?prefix=workout&level=warn&range=1h&limit=7')
      await get('/?from=2026-11-20&to=2026-11-20T12:00')
      assert.deepEqual(reader.asked, [
        { prefix: 'workout', level: 'warn', from: NOW - 60 * MINUTE_MS, limit: 7 },
        {
          from: Date.parse('2026-11-20T00:00Z'),
          to: Date.parse('2026-11-20T12:00:59.999Z'),
          limit: 100,
        },
      ])
    })
  })

  it('reads one object where one is named', async () => {
    const reader = new AskedReader(events)
    await servingViewer(reader, async ({ get }) => {
      const { body } = await get('/?object=workout_42&prefix=workout')
      assert.deepEqual(reader.objects, ['workout_42'])
      assert.deepEqual(reader.asked, [])
      assert.match(body, /events of workout_42\./)
      assert.match(body, /<details class="more" open>/)
      assert.match(body, /name="object" value="workout_42"/)
    })
  })

  it('asks for the prefixes once a minute', async () => {
    const reader = new AskedReader(events)
    let now = NOW
    await servingViewer(
      reader,
      async ({ get }) => {
        assert.match((await get('/')).body, /<strong>4 read units/)
        assert.match((await get('/')).body, /<strong>2.5 read units/)
        assert.equal(reader.prefixReads, 1)
        now += MINUTE_MS
        await get('/')
        assert.equal(reader.prefixReads, 2)
      },
      { clock: () => now },
    )
  })

  it('offers the prefixes, the levels and the ranges as links that keep the other filters', async () => {
    await servingViewer(events, async ({ get }) => {
      const { body } = await get('/?level=warn&range=24h&cursor=MTE3OTUxNDU1MTg')
      assert.equal(linkIn(body, '<bdi>workout'), '/?level=warn&range=24h&prefix=workout')
      assert.equal(linkIn(body, '15 min'), '/?level=warn&range=15m')
      assert.match(
        body,
        /aria-current="true"><span class="mark mark-warn" aria-hidden="true"><\/span>Warnings/,
      )
      assert.match(body, /aria-current="true">24 h</)
    })
  })

  it('leads from what a form sends to the short address', async () => {
    await servingViewer(events, async ({ get }) => {
      const sent = '/?object=&prefix=workout&range=1h&from=2026-11-21T09%3A00&to=&limit='
      const { status, headers } = await get(sent)
      assert.equal(status, 302)
      assert.equal(headers.location, '/?prefix=workout&from=2026-11-21T09%3A00%3A00.000Z')
    })
  })

  it('says how to log a first event', async () => {
    await servingViewer([], async ({ get }) => {
      const { status, body } = await get('/')
      assert.equal(status, 200)
      assert.match(body, /No stories yet/)
      assert.match(body, /new GenericLogger\(/)
    })
  })

  it('says what was searched without a hit, and how to search wider', async () => {
    await servingViewer([eventOf()], async ({ get }) => {
      const { status, body } = await get('/?prefix=workout&level=error&range=15m')
      assert.equal(status, 200)
      assert.match(body, /There are no events of workout with errors in the last 15 minutes\./)
      assert.equal(linkIn(body, 'Search the last hour'), '/?prefix=workout&level=error&range=1h')
      assert.equal(linkIn(body, 'Search all time'), '/?prefix=workout&level=error')
      assert.equal(linkIn(body, 'Show every level'), '/?prefix=workout&range=15m')
      assert.equal(linkIn(body, 'Clear all filters'), '/')
    })
  })

  it('says how far it looked where reading stopped early', async () => {
    const reader = new MemoryReader([])
    reader.feed = async () => ({
      events: [],
      readUnits: 25,
      cursor: 'abc',
      searchedTo: Date.parse('2026-11-21T09:05:00Z'),
      ahead: { readUnitsADay: 340 },
    })
    await servingViewer(reader, async ({ get }) => {
      const { body } = await get('/?level=error')
      assert.match(
        body,
        /Stopped after 25 read units with no events found\. Everything after 21 Nov 2026, 09:05:00\.000 UTC was searched\. Going on costs about 340 read units for each day\./,
      )
      assert.equal(linkIn(body, 'Search further back'), '/?level=error&cursor=abc')
    })
  })

  it('lists an event without a title', async () => {
    await servingViewer([eventOf({ lines: [lineOf({ text: ' ' })] })], async ({ get }) => {
      assert.deepEqual(titlesIn((await get('/')).body), ['Untitled event'])
    })
  })

  for (const [path, parameter, without] of [
    ['/?colour=red&level=warn', 'colour', '/?level=warn'],
    ['/?level=warn&level=warn', 'level', '/'],
    ['/?limit=0', 'limit', '/'],
    ['/?limit=5000&prefix=workout', 'limit', '/?prefix=workout'],
    ['/?from=never', 'from', '/'],
    ['/?cursor=broken', 'cursor', '/'],
    ['/?cursor=%00&limit=5', 'cursor', '/?limit=5'],
    ['/?object=workout_42&prefix=user', 'prefix', '/?object=workout_42'],
    ['/?object=42', 'object', '/'],
    ['/?level[]=warn', 'level[]', '/'],
  ] as const) {
    it(`explains ${path}`, async () => {
      await servingViewer(events, async ({ get }) => {
        const { status, body } = await get(path)
        assert.equal(status, 400)
        assert.ok(body.includes(`<dt><bdi>${parameter}</bdi></dt>`), body)
        assert.equal(linkIn(body, 'This page without'), without)
        assert.match(body, /no read units/)
      })
    })
  }
})
