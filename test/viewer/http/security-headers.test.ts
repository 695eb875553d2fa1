import assert from 'node:assert/strict'
import { eventOf } from '../event-of.ts'
import { servingViewer } from '../serve.ts'

const event = eventOf()

describe('every answer', () => {
  for (const path of [
    '/',
    `/events/${event.object}/${event.timestamp}`,
    `/events/${event.object}/${event.timestamp}.txt`,
    `/events/${event.object}/${event.timestamp}.ndjson`,
    '/objects/workout_42',
    '/healthz',
    '/nowhere',
    '/?limit=0',
  ]) {
    it(`guards ${path}`, async () => {
      await servingViewer([event], async ({ get }) => {
        const { headers } = await get(path)
        assert.equal(
          headers['content-security-policy'],
          "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        )
        assert.equal(headers['x-content-type-options'], 'nosniff')
        assert.equal(headers['x-frame-options'], 'DENY')
        assert.equal(headers['referrer-policy'], 'same-origin')
        assert.equal(headers['cross-origin-opener-policy'], 'same-origin')
        assert.equal(headers['cross-origin-resource-policy'], 'same-origin')
        assert.equal(headers['cross-origin-embedder-policy'], 'require-corp')
        assert.equal(
          headers['permissions-policy'],
          'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
        )
        assert.equal(headers['x-robots-tag'], 'noindex, nofollow')
        assert.equal(headers['cache-control'], 'no-store')
        assert.equal(headers['x-powered-by'], undefined)
        assert.equal(headers['set-cookie'], undefined)
        assert.match(String(headers['content-type']), /charset=utf-8/)
      })
    })
  }

  it('replaces what the app around it may have set', async () => {
    await servingViewer([], async ({ get }) => {
      const { headers } = await get('/')
      assert.equal(headers['etag'], undefined)
    })
  })
})

describe('pages', () => {
  it('hold no script and no style of their own', async () => {
    await servingViewer([event], async ({ get }) => {
      const { body } = await get('/')
      assert.doesNotMatch(
        body,
        /<style|style="|<script(?! type="module" src=)|\son\w+=|javascript:/i,
      )
    })
  })
})
