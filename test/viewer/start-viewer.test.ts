import assert from 'node:assert/strict'
import { once } from 'node:events'
import { Agent, get as httpGet } from 'node:http'
import { createServer } from 'node:net'
import type { RunningViewer, StartOptions } from '../../viewer/index.ts'
import { startViewer } from '../../viewer/index.ts'
import { MemoryReader } from './memory-reader.ts'
import { ask } from './serve.ts'

async function running(options: StartOptions, use: (viewer: RunningViewer) => Promise<void>) {
  const viewer = await startViewer({ reader: new MemoryReader([]), ...options })
  try {
    await use(viewer)
  } finally {
    await viewer.close()
  }
}

describe('startViewer', () => {
  it('listens on loopback and says where', async () => {
    await running({ port: 0 }, async ({ url, port, requestedPort }) => {
      assert.equal(url, `http://127.0.0.1:${port}/`)
      assert.equal(requestedPort, 0)
      assert.equal((await fetch(url)).status, 200)
      assert.equal((await ask(port, '/', { headers: { host: 'evil.example' } })).status, 421)
    })
  })

  it('moves on from a taken port, and says so', async () => {
    await running({ port: 0 }, async ({ port: taken }) => {
      await running({ port: taken }, async ({ port, requestedPort, url }) => {
        assert.equal(requestedPort, taken)
        assert.ok(port > taken && port < taken + 20)
        assert.equal((await fetch(url)).status, 200)
      })
    })
  })

  it('gives up after the last port', async () => {
    const blocker = createServer().listen(65_535, '127.0.0.1')
    await once(blocker, 'listening')
    await assert.rejects(startViewer({ port: 65_535, reader: new MemoryReader([]) }), {
      code: 'option-invalid',
      message: /Every port from 65535 to 65535 is taken/,
    })
    blocker.close()
  })

  it('answers under the address that it listens on', async () => {
    await running({ port: 0, host: '127.0.0.9' }, async ({ url }) => {
      assert.match(url, /^http:\/\/127\.0\.0\.9:/)
      assert.equal((await fetch(url)).status, 200)
    })
  })

  for (const host of [
    '0.0.0.0',
    '::',
    '192.168.1.5',
    'example.com',
    '',
    '127.0.0.1.nip.io',
    'localhost.evil.example',
  ]) {
    it(`refuses ${host || 'an empty host'}, where others could read along`, async () => {
      await assert.rejects(startViewer({ host, port: 0, reader: new MemoryReader([]) }), {
        code: 'viewer-unprotected',
        message: /Say who may look: auth: .*stacktale password/,
      })
    })
  }

  for (const port of [-1, 65_536, 1.5, NaN]) {
    it(`refuses the port ${port}`, async () => {
      await assert.rejects(startViewer({ port, reader: new MemoryReader([]) }), {
        code: 'option-invalid',
      })
    })
  }

  it('ends connections that are kept alive when it closes, and may be closed again', async () => {
    const viewer = await startViewer({ port: 0, reader: new MemoryReader([]) })
    const agent = new Agent({ keepAlive: true })
    const [response] = await once(httpGet(`${viewer.url}healthz`, { agent }), 'response')
    response.resume()
    await once(response, 'end')
    await Promise.all([viewer.close(), viewer.close()])
    await assert.rejects(fetch(viewer.url))
    agent.destroy()
  })
})
