import assert from 'node:assert/strict'
import express from 'express'
import { createViewer } from '../../viewer/index.ts'
import { eventOf } from './event-of.ts'
import { MemoryReader } from './memory-reader.ts'
import { NOW, serving, servingViewer } from './serve.ts'

const event = eventOf({ id: 'a/b c' })

function host(): express.Express {
  const app = express()
  app.set('query parser', 'extended')
  app.set('views', '/nowhere')
  app.set('view engine', 'none')
  app.set('trust proxy', true)
  app.use((_request, response, next) => {
    response.locals['page'] = { title: 'the host' }
    response.set('Content-Security-Policy', "default-src 'self' 'unsafe-inline'")
    next()
  })
  const viewer = createViewer({ auth: false, reader: new MemoryReader([event]), clock: () => NOW })
  app.use('/admin/logs', viewer)
  app.get('/own', (_request, response) => void response.send('the host'))
  return app
}

/** Everything within the viewer that can be reached from a page, by following links. */
async function crawl(
  get: (path: string) => Promise<{ status: number; body: string }>,
  start: string,
) {
  const found = new Map<string, number>()
  const ahead = [start]
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    if (found.has(path)) continue
    const { status, body } = await get(path)
    found.set(path, status)
    for (const [, link = ''] of body.matchAll(/(?:href|src|action)="([^"#]+)"/g)) {
      ahead.push(link.replaceAll('&amp;', '&'))
    }
  }
  return found
}

describe('a mounted viewer', () => {
  it('links only below its own path, and every link leads somewhere', async () => {
    await serving(host(), async ({ get }) => {
      const found = await crawl(get, '/admin/logs')
      assert.ok(found.size > 30, `${found.size} pages`)
      for (const [path, status] of found) {
        assert.ok(path.startsWith('/admin/logs'), path)
        assert.equal(status, 200, path)
      }
      assert.ok([...found.keys()].some((path) => path.endsWith('.ndjson')))
    })
  })

  it('shows the same pages as one at the root', async () => {
    const versionless = (body: string): string => body.replaceAll('/admin/logs', '')
    await serving(host(), async ({ get: mounted }) => {
      await servingViewer([event], async ({ get: root }) => {
        for (const path of ['/', '/?limit=0', '/objects/workout_a%2Fb%20c', '/nowhere']) {
          const [a, b] = [await mounted(`/admin/logs${path}`), await root(path)]
          assert.equal(a.status, b.status)
          assert.equal(versionless(a.body), versionless(b.body))
          assert.equal(a.headers['content-security-policy'], b.headers['content-security-policy'])
        }
      })
    })
  })

  it('leaves its host alone', async () => {
    await serving(host(), async ({ get }) => {
      const { status, body, headers } = await get('/own')
      assert.equal(status, 200)
      assert.equal(body, 'the host')
      assert.match(String(headers['content-security-policy']), /unsafe-inline/)
    })
  })

  it('redirects below its own path', async () => {
    await serving(host(), async ({ get }) => {
      const { headers } = await get('/admin/logs/?prefix=&level=warn')
      assert.equal(headers.location, '/admin/logs/?level=warn')
    })
  })
})

describe('createViewer', () => {
  it('takes a reader or the place of a table, not both', () => {
    const reader = new MemoryReader([])
    assert.throws(() => createViewer({ auth: false, reader, table: 'other' }), {
      code: 'option-invalid',
    })
    assert.throws(() => createViewer({ auth: false, reader, readUnitsPerSecond: 6 }), {
      code: 'option-invalid',
    })
    assert.throws(() => createViewer({ auth: false, reader, endpoint: 'http://localhost:1' }), {
      code: 'option-invalid',
    })
  })
})
