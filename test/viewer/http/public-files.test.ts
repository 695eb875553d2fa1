import assert from 'node:assert/strict'
import { servingViewer } from '../serve.ts'

describe('the assets', () => {
  it('are all there, kept for long, and small', async () => {
    await servingViewer([], async ({ get }) => {
      const { body } = await get('/')
      const links = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, link]) => link)
      assert.ok(links.length >= 7)
      for (const link of links) {
        const answer = await get(String(link))
        assert.equal(answer.status, 200, link)
        assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable')
        assert.equal(answer.headers['x-content-type-options'], 'nosniff')
        assert.ok(answer.body.length < 20_000, `${link} has ${answer.body.length}`)
      }
    })
  })

  it('have an address that changes with them', async () => {
    await servingViewer([], async ({ get }) => {
      assert.equal((await get('/assets/000000000000/css/page.css')).status, 404)
      const { body } = await get('/')
      assert.match(body, /\/assets\/[\da-f]{12}\/css\/page\.css/)
    })
  })

  for (const path of [
    '../views/event.ejs',
    '..%2fviews%2fevent.ejs',
    '%2e%2e/views/event.ejs',
    'css',
    'css/',
    '',
  ]) {
    it(`are all that is served: ${path || 'no listing'}`, async () => {
      await servingViewer([], async ({ get }) => {
        const { body } = await get('/')
        const folder = /\/assets\/[\da-f]{12}\//.exec(body)?.[0] ?? ''
        const answer = await get(folder + path)
        assert.ok(answer.status >= 400, `${answer.status}`)
        assert.doesNotMatch(answer.body, /<%/)
      })
    })
  }
})
