import assert from 'node:assert/strict'
import { eventOf } from '../event-of.ts'
import { servingViewer } from '../serve.ts'
import { few, linkIn, pathOf, titlesIn } from './searching.ts'

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
