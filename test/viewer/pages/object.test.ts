import assert from 'node:assert/strict'
import { eventOf } from '../event-of.ts'
import { sample } from '../sample/sample-events.ts'
import { NOW, servingViewer } from '../serve.ts'

const { events } = sample(NOW)

describe('the page of an object', () => {
  it('shows its events by day, and no others', async () => {
    await servingViewer(events, async ({ get }) => {
      const { status, body } = await get('/objects/workout_42')
      const own = events.filter(({ object }) => object === 'workout_42')
      assert.equal(status, 200)
      assert.match(body, /<title>workout_42 · stacktale</)
      assert.equal(body.match(/class="event event-/g)?.length, own.length)
      assert.ok(own.every(({ timestamp }) => body.includes(timestamp)))
      assert.match(body, /Saturday, 21 November 2026/)
      assert.doesNotMatch(body, /name="object"|name="prefix"/)
    })
  })

  it('filters by level and time, and pages', async () => {
    await servingViewer(events, async ({ get }) => {
      const { body } = await get('/objects/workout_42?level=warn&limit=1')
      assert.equal(body.match(/class="event event-/g)?.length, 1)
      assert.match(body, /href="\/objects\/workout_42\?level=warn&amp;limit=1&amp;cursor=[\w-]+"/)
      assert.match(body, /action="\/objects\/workout_42"/)
    })
  })

  it('leads from what a form sends to the short address', async () => {
    await servingViewer(events, async ({ get }) => {
      const { headers } = await get('/objects/workout_42?from=&to=&limit=25')
      assert.equal(headers.location, '/objects/workout_42?limit=25')
    })
  })

  it('says that there are no events', async () => {
    await servingViewer([eventOf()], async ({ get }) => {
      const { status, body } = await get('/objects/workout_7')
      assert.equal(status, 200)
      assert.match(body, /There are no events of workout_7\./)
    })
  })

  it('refuses filters of other pages', async () => {
    await servingViewer(events, async ({ get }) => {
      const { status, body } = await get('/objects/workout_42?prefix=user')
      assert.equal(status, 400)
      assert.match(body, /href="\/objects\/workout_42">This page without “prefix”</)
    })
  })

  for (const key of ['workout', '_42', '_prefixes', 'workout_', '%20']) {
    it(`is not found for ${key}, which no object has`, async () => {
      await servingViewer(events, async ({ get }) => {
        assert.equal((await get(`/objects/${key}`)).status, 404)
      })
    })
  }
})
