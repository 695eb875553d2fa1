import assert from 'node:assert/strict'
import { listen } from '../../../viewer/http/listen.ts'

describe('a server that listens', () => {
  it('keeps connections for a bounded time, tells of those that it cannot take, and goes on', async () => {
    const told: Error[] = []
    const server = await listen((_request, response) => response.end('ok'), {
      port: 0,
      host: '127.0.0.1',
      onError: (error) => void told.push(error),
    })
    assert.ok(server)
    assert.deepEqual(
      [server.keepAliveTimeout, server.timeout, server.maxConnections],
      [5_000, 120_000, 1_000],
    )
    try {
      // As Node does where no file descriptor is left.
      const error = Object.assign(new Error('accept EMFILE'), { code: 'EMFILE' })
      server.emit('error', error)
      assert.deepEqual(told, [error])
      assert.ok(server.listening)
    } finally {
      server.close()
    }
  })
})
