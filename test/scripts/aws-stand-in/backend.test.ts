import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { Socket } from 'node:net'
import { Backend } from '../../../scripts/aws-stand-in/backend.ts'

/** A store that closes a connection at its second request, or at its first. */
async function withImpatientStore(
  answersFirst: boolean,
  use: (backend: Backend) => Promise<void>,
): Promise<void> {
  const known = new Set<Socket>()
  const server = createServer((request, response) => {
    request.resume()
    if (known.has(request.socket) || !answersFirst) request.socket.destroy()
    else response.end('{}')
    known.add(request.socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const backend = new Backend(`http://127.0.0.1:${port}`)
  try {
    await use(backend)
  } finally {
    backend.close()
    await new Promise((resolve) => server.close(resolve))
  }
}

describe("the stand-in's way to its store", () => {
  it('asks again where a kept connection turns out to be closed', async () => {
    await withImpatientStore(true, async (backend) => {
      for (let request = 0; request < 3; request += 1) {
        assert.deepEqual(await backend.send('Query', {}), { status: 200, body: '{}' })
      }
    })
  })

  it('fails where a new connection is closed', async () => {
    await withImpatientStore(false, async (backend) => {
      await assert.rejects(backend.send('Query', {}), { code: 'ECONNRESET' })
    })
  })
})
