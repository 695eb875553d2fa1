import assert from 'node:assert/strict'
import type { Line } from '../../../engine/event.ts'
import { eventOf, lineOf } from '../event-of.ts'
import type { SampleEvent } from '../memory-reader.ts'
import { millisecondsOf } from '../../../engine/item/timestamp.ts'
import { moment } from '../../../viewer/display/moment.ts'
import { MemoryReader } from '../memory-reader.ts'
import { sample } from '../sample/sample-events.ts'
import { NOW, servingViewer } from '../serve.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const { events } = sample(NOW)

function at(minutesAgo: number, title: string, more: Partial<SampleEvent> = {}): SampleEvent {
  const lines = more.lines ?? [lineOf({ text: title, level: more.level ?? 'info' })]
  return eventOf({ timestamp: `${NOW - minutesAgo * 60_000}.5`, title, ...more, lines })
}

const tale = (...texts: readonly (string | Partial<Line>)[]): readonly Line[] =>
  texts.map((text) => lineOf({ text: '', ...(typeof text === 'string' ? { text } : text) }))

const few = [
  at(1, 'Starting workout', { service: 'workouts', duration: 2500, level: 'warn', trace: TRACE }),
  at(2, 'Starting <b>renewal</b>', { prefix: 'billing', service: 'accounts', duration: 20 }),
  at(3, 'Reviewing progress', { id: '7', service: 'workouts', level: 'error', duration: 1999 }),
  at(4, 'Quiet', {
    prefix: 'billing',
    lines: tale('Quiet', 'Asking <b>Ada</b> & her Hamstrings', 'Done'),
  }),
  at(5, 'Loud', {
    lines: tale(
      'Loud',
      { text: 'It failed', error: { name: 'E', message: 'no hamstrings' } },
      'End',
      {
        text: 'Given',
        data: { muscle: 'hamstrings' },
      },
    ),
  }),
]

function titlesIn(body: string): readonly string[] {
  return [
    ...body.matchAll(/class="event-title"[^>]*>(?:<span[^>]*>[^<]*<\/span>)?(.*?)<\/a>/g),
  ].map(([, title = '']) => title.replaceAll(/<\/?mark>/g, ''))
}

function linkIn(body: string, label: string): string {
  const [, href = ''] = new RegExp(`href="([^"]*)"[^>]*>${label}`).exec(body) ?? []
  return href.replaceAll('&amp;', '&')
}

const pathOf = (q: string, more = ''): string => `/?q=${encodeURIComponent(q)}${more}`

describe('the search', () => {
  for (const [q, expected] of [
    ['starting', ['Starting workout', 'Starting &lt;b&gt;renewal&lt;/b&gt;']],
    ['STARTING workout', ['Starting workout']],
    ['"starting <b>"', ['Starting &lt;b&gt;renewal&lt;/b&gt;']],
    ['ing -starting', ['Reviewing progress']],
    ['level:warn', ['Starting workout', 'Reviewing progress']],
    ['level:=warn', ['Starting workout']],
    ['level:warn level:error', ['Reviewing progress']],
    ['-level:warn service:accounts', ['Starting &lt;b&gt;renewal&lt;/b&gt;']],
    ['prefix:billing', ['Starting &lt;b&gt;renewal&lt;/b&gt;', 'Quiet']],
    ['object:workout_7', ['Reviewing progress']],
    ['object:workout_7 prefix:billing', []],
    ['duration:>2s', ['Starting workout']],
    ['duration:>=1999ms -duration:>2s', ['Reviewing progress']],
    ['lines:>3', ['Loud']],
    ['trace:4bf92f', ['Starting workout']],
    [`trace:${TRACE}`, ['Starting workout']],
    ['(st|art).*', []],
  ] as const) {
    it(`finds ${q}`, async () => {
      await servingViewer(few, async ({ get }) => {
        const { status, body } = await get(pathOf(q))
        assert.equal(status, 200)
        assert.deepEqual(titlesIn(body), expected)
        assert.ok(
          body.includes(
            `name="q" value="${q.replaceAll('"', '&#34;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"`,
          ),
        )
      })
    })
  }

  for (const [q, label, expected] of [
    ['workout_7', 'All that happened to', '/objects/workout_7'],
    ['object:workout_7', 'All that happened to', '/objects/workout_7'],
    ['failed workout_7 -starting', 'All that happened to', '/objects/workout_7'],
    [TRACE.toUpperCase(), 'Read the trace', `/traces/${TRACE}`],
    [`trace:${TRACE}`, 'Read the trace', `/traces/${TRACE}`],
    ['-workout_7', 'All that happened to', ''],
    ['snake_case', 'All that happened to', ''],
    ['object:nonsense', 'All that happened to', ''],
    [TRACE.slice(1), 'Read the trace', ''],
  ] as const) {
    it(`leads from ${q} to ${expected || 'no page of its own'}`, async () => {
      await servingViewer(few, async ({ get }) => {
        const { body } = await get(pathOf(q))
        assert.equal(linkIn(body, label), expected)
      })
    })
  }

  it('offers to look inside the stories where no title has the words', async () => {
    await servingViewer(few, async ({ get }) => {
      const { body } = await get(pathOf('hamstrings', '&range=1h'))
      const inside = linkIn(body, 'Look inside the stories<')
      assert.deepEqual(titlesIn((await get(inside)).body), ['Quiet', 'Loud'])
      for (const none of [pathOf('duration:>1h'), pathOf('nobody said this', '&in=stories')]) {
        const { body: other } = await get(none)
        assert.match(other, /Nothing found/)
        assert.equal(linkIn(other, 'Look inside the stories<'), '')
      }
    })
  })

  it('combines with the filters, and what they narrow stays narrow', async () => {
    await servingViewer(few, async ({ get }) => {
      const { body } = await get(pathOf('object:workout_7', '&prefix=billing'))
      assert.deepEqual(titlesIn(body), [])
      const { body: narrow } = await get(pathOf('starting', '&prefix=workout&range=1h'))
      assert.deepEqual(titlesIn(narrow), ['Starting workout'])
      assert.equal(linkIn(narrow, '15 min'), '/?q=starting&prefix=workout&range=15m')
      assert.match(narrow, /<input type="hidden" name="range" value="1h">/)
    })
  })

  it('marks the hits in titles, escaped first', async () => {
    await servingViewer(few, async ({ get }) => {
      const { body } = await get(pathOf('<b>re start'))
      assert.ok(body.includes('<mark>Start</mark>ing <mark>&lt;b&gt;re</mark>newal&lt;/b&gt;</a>'))
    })
  })

  it('says what was read, found and paid, and that there are no more', async () => {
    await servingViewer(few, async ({ get }) => {
      const { body } = await get(pathOf('starting'))
      assert.match(body, /Read 5 events for 0\.5 read units: 2 hits, and there are no more\./)
      assert.match(
        (await get(pathOf('nothing'))).body,
        /Read 5 events for 0\.5 read units: no hits/,
      )
    })
  })

  it('stops at 50 hits, says how far it got, and goes on from there until all are found', async () => {
    await servingViewer(events, async ({ get }) => {
      const seen: string[] = []
      let path = pathOf('level:info')
      for (let pages = 0; path !== ''; pages += 1) {
        const { body } = await get(path)
        const found = [...body.matchAll(/class="event-title" href="([^"]+)"/g)]
        seen.push(...found.map(([, link = '']) => link))
        path = linkIn(body, 'Continue for about [\\d.]+ read units')
        if (pages > 0) assert.match(body, /further hits/)
        if (path === '') continue
        assert.equal(found.length, 50)
        assert.match(
          body,
          /50 (further )?hits, back to \d+ Nov 2026, [\d:.]+ UTC, where the page was full/,
        )
        assert.match(path, /q=level%3Ainfo&cursor=/)
      }
      assert.equal(seen.length, events.length)
      assert.equal(new Set(seen).size, events.length)
    })
  })

  it('says so where the half of the read units that lists events was spent', async () => {
    const reader = new MemoryReader([])
    reader.feed = async () => ({
      events: [],
      readUnits: 12.5,
      looked: 400,
      stopped: 'budget',
      cursor: 'abc',
      searchedTo: Date.parse('2026-11-21T09:05:00Z'),
    })
    await servingViewer(reader, async ({ get }) => {
      const { body } = await get(pathOf('nothing', '&in=stories'))
      assert.match(
        body,
        /Read 400 events, none of them whole, for 12\.5 read units: no hits, back to 21 Nov 2026, 09:05:00\.000 UTC, as far as a page gets: half of its 25 read units are for the list, the rest for stories\./,
      )
      assert.match(linkIn(body, 'Continue for about 12.5 read units'), /cursor=abc/)
    })
  })

  it('says so where the read units were spent, and what going on takes', async () => {
    const reader = new MemoryReader([])
    reader.feed = async () => ({
      events: [],
      readUnits: 25,
      looked: 4000,
      stopped: 'budget',
      cursor: 'abc',
      searchedTo: Date.parse('2026-11-21T09:05:00Z'),
      ahead: { readUnitsADay: 340, readUnits: 12.5 },
    })
    await servingViewer(reader, async ({ get }) => {
      const { body } = await get(pathOf('starting', '&range=24h'))
      assert.match(
        body,
        /Read 4,000 events for 25 read units: no hits, back to 21 Nov 2026, 09:05:00\.000 UTC, where the read units of a page were spent\./,
      )
      assert.equal(
        linkIn(body, 'Continue for about 12.5 read units'),
        '/?q=starting&range=24h&cursor=abc',
      )
    })
  })

  it('says what it took for text, and why', async () => {
    await servingViewer(few, async ({ get }) => {
      const { body } = await get(pathOf('level:<i>'))
      assert.match(
        body,
        /<li>“level:&lt;i&gt;” is searched as text: one of debug, info, warn, error is expected\.<\/li>/,
      )
      assert.match(body, /There are no events that match “level:&lt;i&gt;”\./)
    })
  })

  it('leads from a trace to its page', async () => {
    await servingViewer(few, async ({ get }) => {
      const { body } = await get(pathOf(`trace:${TRACE}`, '&range=1h'))
      assert.equal(linkIn(body, 'Read the trace as one story'), `/traces/${TRACE}?range=1h`)
    })
  })

  it('takes no more than 500 characters', async () => {
    await servingViewer(few, async ({ get }) => {
      assert.equal((await get(pathOf('a'.repeat(500)))).status, 200)
      assert.equal((await get(pathOf('a'.repeat(501)))).status, 400)
      assert.equal((await get('/?in=titles')).status, 400)
    })
  })
})

describe('the search inside stories', () => {
  it('is offered with its price, which takes account of what the titles tell', async () => {
    await servingViewer(few, async ({ get }) => {
      const { body } = await get(pathOf('starting'))
      assert.match(
        body,
        /Only titles were searched\. Looking inside the 3 other stories takes about 1\.5 read units\./,
      )
      assert.equal(linkIn(body, 'Search inside'), '/?q=starting&in=stories')
      assert.doesNotMatch((await get(pathOf('level:warn'))).body, /Search inside/)
    })
  })

  it('shows the lines, with those beside them, and links to each', async () => {
    await servingViewer(few, async ({ get }) => {
      const { body } = await get(pathOf('hamstrings', '&in=stories'))
      assert.deepEqual(titlesIn(body), ['Quiet', 'Loud'])
      assert.match(body, /Read 5 events, 5 of them whole, for [\d.]+ read units: 2 hits/)
      assert.ok(body.includes('Asking &lt;b&gt;Ada&lt;/b&gt; &amp; her <mark>Hamstrings</mark>'))
      assert.ok(body.includes('E: no <mark>hamstrings</mark>'))
      assert.ok(body.includes('{&#34;muscle&#34;:&#34;<mark>hamstrings</mark>&#34;}'))
      const [, quiet = ''] = /class="event-title" href="([^"]+)"/.exec(body) ?? []
      const lines = [...body.matchAll(/class="excerpt-number" href="([^"]+)"/g)].map(
        ([, link]) => link,
      )
      assert.deepEqual(
        lines.slice(0, 3),
        [1, 2, 3].map((number) => `${quiet}#L${number}`),
      )
      assert.equal(lines.length, 7)
    })
  })

  it('wants all words somewhere in a story, and none of the unwanted anywhere', async () => {
    await servingViewer(few, async ({ get }) => {
      const found = async (q: string): Promise<readonly string[]> =>
        titlesIn((await get(pathOf(q, '&in=stories'))).body)
      assert.deepEqual(await found('quiet hamstrings'), ['Quiet'])
      assert.deepEqual(await found('hamstrings -ada'), ['Loud'])
      assert.deepEqual(await found('hamstrings -level:info'), [])
    })
  })

  it('says how far it got where stories that were just read cost nothing', async () => {
    const reader = new MemoryReader(events)
    const read = reader.event.bind(reader)
    reader.event = async (object, timestamp) => {
      const story = await read(object, timestamp)
      return story && { ...story, readUnits: 0 }
    }
    const newest = await reader.feed({ limit: 50 })
    const { absolute } = moment(millisecondsOf(newest.events[49]?.timestamp ?? '0'), NOW)
    await servingViewer(reader, async ({ get }) => {
      const { body } = await get(pathOf('no-such-word', '&in=stories'))
      const said = `no hits, back to ${absolute}, where 50 stories were read, as many as a page reads.`
      assert.ok(body.includes(said), said)
    })
  })

  it('reads only as much as a page may, and goes on from there until all were read', async () => {
    const reader = new MemoryReader(events)
    let opened = 0
    const read = reader.event.bind(reader)
    reader.event = async (object, timestamp) => {
      opened += 1
      return await read(object, timestamp)
    }
    await servingViewer(reader, async ({ get }) => {
      const seen: string[] = []
      let path = pathOf('a -zzz', '&in=stories')
      let pages = 0
      for (; path !== ''; pages += 1) {
        const { body } = await get(path)
        const cost = Number(/This page cost <strong>([\d.]+)/.exec(body)?.[1])
        assert.ok(cost <= 25.5, `${cost}`)
        seen.push(
          ...[...body.matchAll(/class="event-title" href="([^"]+)"/g)].map(([, to = '']) => to),
        )
        path = linkIn(body, 'Continue for about [\\d.]+ read units')
      }
      assert.ok(pages > 2)
      assert.equal(opened, events.length)
      assert.equal(seen.length, events.filter(({ text }) => text.includes('a')).length)
      assert.equal(new Set(seen).size, seen.length)
    })
  })
})

describe('the facets', () => {
  it('count what is loaded, and add themselves to the search', async () => {
    await servingViewer(few, async ({ get }) => {
      const { body } = await get(pathOf('-duration:>1h'))
      assert.match(body, /Of these 5 events/)
      assert.match(body, /<bdi>billing<\/bdi> <span class="facet-count">2</)
      assert.match(body, /<bdi>Info<\/bdi> <span class="facet-count">3</)
      assert.equal(
        linkIn(body, '<bdi>accounts'),
        `/?q=${new URLSearchParams({ '': '-duration:>1h service:accounts' }).toString().slice(1)}`,
      )
      const chosen = await get(
        linkIn(body, '<span class="mark mark-warn" aria-hidden="true"></span><bdi>Warning'),
      )
      assert.deepEqual(titlesIn(chosen.body), ['Starting workout'])
    })
  })

  it('take themselves out again, and replace each other', async () => {
    await servingViewer(few, async ({ get }) => {
      const { body } = await get(
        pathOf('service:workouts starting', '&level=warn&cursor=MTE3OTUyNTc3MTgwMDA'),
      )
      assert.equal(linkIn(body, '<bdi>workouts'), '/?q=starting&level=warn')
      assert.match(body, /aria-current="true"><bdi>workouts</)
    })
  })

  it('are left out where there is nothing to choose', async () => {
    await servingViewer([eventOf()], async ({ get }) => {
      assert.doesNotMatch((await get('/')).body, /class="facets"/)
    })
  })
})
