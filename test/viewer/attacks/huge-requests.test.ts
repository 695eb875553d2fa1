import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import type { RunningViewer } from '../../../viewer/index.ts'
import { startViewer } from '../../../viewer/index.ts'
import { OWN_FORM, USERS } from '../auth/signing-in.ts'
import { MemoryReader } from '../memory-reader.ts'
import { servingViewer } from '../serve.ts'

const BIG = 'x'.repeat(100_000)

describe('a huge request', () => {
  it('is refused before it is read to its end', async () => {
    await servingViewer(
      [],
      async ({ get }) => {
        const post = { method: 'POST', headers: OWN_FORM }
        const long = await get('/login', { ...post, body: `name=ada&password=${BIG}` })
        assert.equal(long.status, 413)
        assert.match(long.body, /This form cannot be read/)
        const many = Array.from({ length: 1000 }, (_, index) => `a${index}=`).join('&')
        assert.equal((await get('/login', { ...post, body: many })).status, 413)
        const chunked = { ...OWN_FORM, 'transfer-encoding': 'chunked' }
        assert.equal((await get('/login', { ...post, headers: chunked, body: BIG })).status, 413)
        const cookie = `stacktale=${'x'.repeat(8_000)}`
        assert.equal((await get('/', { headers: { cookie } })).status, 401)
      },
      { auth: USERS },
    )
  })

  it('is not unpacked', async () => {
    await servingViewer(
      [],
      async ({ port }) => {
        const packed = gzipSync(`name=ada&password=${'x'.repeat(10)}`)
        const socket = connect(port, '127.0.0.1')
        socket.write(
          `POST /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\n` +
            `Content-Type: application/x-www-form-urlencoded\r\nContent-Encoding: gzip\r\nContent-Length: ${packed.length}\r\n\r\n`,
        )
        socket.write(packed)
        assert.match(await text(socket), /^HTTP\/1\.1 415 /)
      },
      { auth: USERS },
    )
  })

  it('of headers is refused', async () => {
    // Beyond the 16 KB that Node takes, but read at once: what is left unread when it refuses resets the connection.
    const long = 'x'.repeat(20_000)
    await servingViewer([], async ({ get }) => {
      assert.equal((await get('/', { headers: { cookie: long } })).status, 431)
      assert.equal((await get(`/?${long}`)).status, 431)
    })
  })
})

describe('a slow request', () => {
  let viewer: RunningViewer

  before(async () => {
    viewer = await startViewer({ port: 0, reader: new MemoryReader([]), auth: USERS })
  })
  after(async () => await viewer.close())

  /** Sends a beginning, then a byte now and then, until the other side has had enough. */
  async function trickle(beginning: string): Promise<string> {
    const socket = connect(viewer.port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(beginning)
    const dripping = setInterval(() => socket.write('a'), 300)
    socket.on('error', () => {})
    try {
      return await text(socket)
    } finally {
      clearInterval(dripping)
      socket.destroy()
    }
  }

  it('keeps no connection, in its headers and in its body, and others are answered meanwhile', async () => {
    const form =
      'POST /login HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n' +
      'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9999\r\n\r\n'
    const ended: string[] = []
    const end = async (name: string, beginning: string): Promise<void> => {
      assert.match(await trickle(beginning), /^HTTP\/1\.1 408 /)
      ended.push(name)
    }
    // Headers have less time than the whole of a request, which is what else would end them.
    const slow = [
      end('body', form),
      end('headers', 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: '),
    ]
    assert.equal((await fetch(`${viewer.url}healthz`)).status, 200)
    await Promise.all(slow)
    assert.deepEqual(ended, ['headers', 'body'])
  }).timeout(30_000)
})
