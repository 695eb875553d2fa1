import assert from 'node:assert/strict'
import { eventOf } from '../event-of.ts'
import type { SampleEvent } from '../memory-reader.ts'
import { NOW, servingViewer } from '../serve.ts'

const SECOND_MS = 1000

function ago(seconds: number, more: Partial<SampleEvent> = {}): SampleEvent {
  return eventOf({
    timestamp: `${NOW - seconds * SECOND_MS}.5`,
    title: `${seconds} s ago`,
    ...more,
  })
}

const events = [ago(1), ago(20, { prefix: 'billing' }), ago(39), ago(41), ago(900)]

function titlesIn(body: string): readonly string[] {
  return [...body.matchAll(/class="event-title"[^>]*>([^<]*)/g)].map(([, title = '']) => title)
}

describe('what is newer than a look at the list', () => {
  it('is the rows since then, and those before it that may have come late', async () => {
    await servingViewer(events, async ({ get }) => {
      const { status, body } = await get(`/newer?since=${NOW - 10 * SECOND_MS}`)
      assert.equal(status, 200)
      assert.deepEqual(titlesIn(body), ['1 s ago', '20 s ago', '39 s ago'])
      assert.match(
        body,
        new RegExp(`^<div data-newer data-read-units="[\\d.]+" data-looked="${NOW}">`),
      )
      assert.doesNotMatch(body, /<html/)
    })
  })

  it('is filtered and searched as the list is', async () => {
    await servingViewer(events, async ({ get }) => {
      const since = `since=${NOW - 10 * SECOND_MS}`
      assert.deepEqual(titlesIn((await get(`/newer?prefix=billing&${since}`)).body), ['20 s ago'])
      const { body } = await get(`/newer?q=39&${since}`)
      assert.match(body, /<mark>39<\/mark> s ago/)
      assert.doesNotMatch(body, /20 s ago/)
      const early = `from=${NOW - 25 * SECOND_MS}&since=0`
      assert.deepEqual(titlesIn((await get(`/newer?${early}`)).body), ['1 s ago', '20 s ago'])
    })
  })

  it('says so where it is too much', async () => {
    const many = Array.from({ length: 201 }, (_, index) =>
      ago(0, { timestamp: `${NOW - index}.5` }),
    )
    await servingViewer(many, async ({ get }) => {
      const { body } = await get(`/newer?since=${NOW}`)
      assert.match(body, / data-more>/)
      assert.equal(titlesIn(body).length, 200)
    })
    await servingViewer(many.slice(1), async ({ get }) => {
      assert.doesNotMatch((await get(`/newer?since=${NOW}`)).body, / data-more>/)
    })
  })

  for (const query of [
    '',
    'since=',
    'since=now',
    'since=-1',
    'since=1e3',
    'since=NaN',
    'since=99999999999999',
    'since[]=1',
    'since=1&since=2',
    `since=1&q=${'"'.repeat(10_000)}`,
    'since=1&to=2026-11-21',
    'since=1&cursor=a',
  ]) {
    it(`is not told of ?${query}`, async () => {
      await servingViewer(events, async ({ get }) => {
        assert.equal((await get(`/newer?${query}`)).status, 400)
      })
    })
  }
})

describe('a list', () => {
  it('can be followed where something new comes to it, below the path it is mounted at', async () => {
    await servingViewer(events, async ({ get }) => {
      const { body } = await get('/?q=ago&prefix=workout&limit=2')
      assert.match(
        body,
        new RegExp(`data-following="/newer\\?q=ago&amp;prefix=workout&amp;since=${NOW}"`),
      )
      assert.match(body, /Each look takes about 0\.5 read units\./)
      assert.match((await get('/')).body, /Each look takes about 1\.5 read units\./)
    })
  })

  for (const path of ['/?to=2026-11-21', '/?cursor=MTE3OTUyNTc3MTgwMDA', '/?q=a&in=stories']) {
    it(`cannot be followed at ${path}`, async () => {
      await servingViewer(events, async ({ get }) => {
        const { status, body } = await get(path)
        assert.equal(status, 200)
        assert.doesNotMatch(body, /data-following/)
      })
    })
  }
})
