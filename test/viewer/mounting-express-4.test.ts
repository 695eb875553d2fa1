import assert from 'node:assert/strict'
import express4 from 'express4'
import { createViewer } from '../../viewer/index.ts'
import { eventOf } from './event-of.ts'
import { MemoryReader } from './memory-reader.ts'
import { NOW, serving, servingViewer } from './serve.ts'

const event = eventOf({ id: 'a/b c' })

describe('a viewer that is mounted in Express 4', () => {
  it('shows and redirects as one at the root does, below its own path, and leaves its host alone', async () => {
    const app = express4()
    app.use(
      '/admin/logs',
      createViewer({ auth: false, reader: new MemoryReader([event]), clock: () => NOW }),
    )
    app.get('/own', (_request, response) => void response.send('the host'))
    await serving(app, async ({ get: mounted }) => {
      await servingViewer([event], async ({ get: root }) => {
        for (const path of ['/', '/?limit=0', '/objects/workout_a%2Fb%20c', '/nowhere']) {
          const [a, b] = [await mounted(`/admin/logs${path}`), await root(path)]
          assert.equal(a.status, b.status, path)
          assert.equal(a.body.replaceAll('/admin/logs', ''), b.body, path)
          assert.equal(a.headers['content-security-policy'], b.headers['content-security-policy'])
        }
      })
      const list = await mounted('/admin/logs')
      assert.match(list.body, /href="\/admin\/logs\//)
      const filtered = await mounted('/admin/logs/?prefix=&level=warn')
      assert.equal(filtered.headers.location, '/admin/logs/?level=warn')
      const own = await mounted('/own')
      assert.deepEqual([own.status, own.body], [200, 'the host'])
      assert.equal(own.headers['content-security-policy'], undefined)
    })
  })
})
