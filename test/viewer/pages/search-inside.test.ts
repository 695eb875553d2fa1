import assert from 'node:assert/strict'
import { millisecondsOf } from '../../../engine/item/timestamp.ts'
import { moment } from '../../../viewer/display/moment.ts'
import { MemoryReader } from '../memory-reader.ts'
import { sample } from '../sample/sample-events.ts'
import { NOW, servingViewer } from '../serve.ts'
import { few, linkIn, pathOf, titlesIn } from './searching.ts'

const { events } = sample(NOW)

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
