import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { createViewer } from '../../../viewer/index.ts'
import { MemoryReader } from '../memory-reader.ts'
import { servingViewer } from '../serve.ts'

async function statusFor(host: string, allowedHosts?: readonly string[]): Promise<number> {
  let status = 0
  await servingViewer(
    [],
    async ({ get }) => {
      const answer = await get('/', { headers: { host } })
      status = answer.status
      if (status !== 200) assert.match(String(answer.headers['content-type']), /^text\/plain/)
    },
    { allowedHosts },
  )
  return status
}

describe('the hosts that are answered', () => {
  for (const host of ['localhost', 'localhost:3000', 'LOCALHOST:1', '127.0.0.1:80', '[::1]:3000']) {
    it(`are by default those of this machine: ${host}`, async () => {
      assert.equal(await statusFor(host), 200)
    })
  }

  for (const host of [
    'evil.example',
    'localhost.evil.example',
    'evil.example:3000',
    '127.0.0.1.nip.io',
    '10.0.0.1',
    'localhost.',
    '[::2]',
  ]) {
    it(`are not others: ${host}`, async () => {
      assert.equal(await statusFor(host), 421)
    })
  }

  for (const host of ['localhost@evil.example', 'localhost/x', 'localhost:x', '@']) {
    it(`are not what no host can be: ${JSON.stringify(host)}`, async () => {
      assert.equal(await statusFor(host), 400)
    })
  }

  it('may be named', async () => {
    const allowed = ['logs.example.com', 'Other.example:8443', '::1']
    assert.equal(await statusFor('logs.example.com:444', allowed), 200)
    assert.equal(await statusFor('other.example:8443', allowed), 200)
    assert.equal(await statusFor('other.example', allowed), 421)
    assert.equal(await statusFor('[::1]:5', allowed), 200)
    assert.equal(await statusFor('localhost', allowed), 421)
  })

  it('are not taken from a proxy', async () => {
    await servingViewer([], async ({ get }) => {
      const headers = { host: 'evil.example', 'x-forwarded-host': 'localhost' }
      assert.equal((await get('/', { headers })).status, 421)
    })
  })

  it('must be hosts', () => {
    const reader = new MemoryReader([])
    for (const host of ['http://localhost', 'a b', '', 'localhost/admin']) {
      assert.throws(() => createViewer({ auth: false, reader, allowedHosts: [host] }), {
        name: 'StacktaleError',
        code: 'option-invalid',
      })
    }
  })

  for (const request of ['GET / HTTP/1.0\r\n\r\n', 'GET / HTTP/1.1\r\nHost:\r\n\r\n']) {
    it(`are needed: ${JSON.stringify(request)} gets nothing`, async () => {
      for (const options of [{}, { auth: () => ({ name: 'ada' }), allowedHosts: ['*'] }]) {
        await servingViewer(
          [],
          async ({ port }) => {
            const socket = connect(port, '127.0.0.1')
            socket.end(request)
            assert.match(await text(socket), /^HTTP\/1\.1 400 /)
          },
          options,
        )
      }
    })
  }
})
