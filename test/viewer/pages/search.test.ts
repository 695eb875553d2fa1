import assert from 'node:assert/strict'
import { MemoryReader } from '../memory-reader.ts'
import { sample } from '../sample/sample-events.ts'
import { NOW, servingViewer } from '../serve.ts'
import { few, linkIn, pathOf, titlesIn, TRACE } from './searching.ts'

const { events } = sample(NOW)

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
