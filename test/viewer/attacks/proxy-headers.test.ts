import assert from 'node:assert/strict'
import express from 'express'
import express4 from 'express4'
import type { ViewerOptions } from '../../../viewer/index.ts'
import { createViewer } from '../../../viewer/index.ts'
import type { SignIn } from '../auth/signing-in.ts'
import { OWN_FORM, setCookieOf, signedIn, signIn, USERS } from '../auth/signing-in.ts'
import { MemoryReader } from '../memory-reader.ts'
import type { Served } from '../serve.ts'
import { serving, servingViewer } from '../serve.ts'
import { MOUNTS, viewerOf } from './mounts.ts'
import { proxied } from './reverse-proxy.ts'

const OPTIONS: ViewerOptions = {
  auth: USERS,
  allowedHosts: ['logs.example.com', 'localhost', '127.0.0.1'],
}
const TRUSTING: ViewerOptions = { ...OPTIONS, trustProxy: 1 }

async function fail(get: Served['get'], form: SignIn, times: number): Promise<number> {
  let last = 0
  for (let tries = 0; tries < times; tries += 1) {
    last = (await signIn(get, { ...form, password: `guess ${tries}` })).status
  }
  return last
}

describe('what a proxy says', () => {
  for (const { title, base, around } of MOUNTS) {
    it(`is believed where it was said to, ${title}`, async () => {
      await serving(around(viewerOf([], TRUSTING)), async ({ port }) => {
        await proxied(port, async (get) => {
          const cookie = setCookieOf(await signIn(get, { base }))
          const name = base === '' ? '__Host-stacktale' : '__Host-stacktale-admin-logs'
          assert.match(
            cookie,
            new RegExp(`^${name}=[\\w-]{43}; Path=/; HttpOnly; Secure; SameSite=Lax$`),
          )
          const page = await get(`${base}/`, { headers: { cookie } })
          assert.equal(page.status, 200)
          const headers = { ...OWN_FORM, cookie }
          const out = await get(`${base}/logout`, { method: 'POST', headers })
          assert.equal(out.headers.location, `${base}/login?out=1`)
          assert.match(setCookieOf(out), /Path=\/; .*Secure/)
          assert.equal((await get(`${base}/`, { headers: { cookie } })).status, 401)
        })
      })
    })

    it(`is not believed unasked, ${title}`, async () => {
      await serving(around(viewerOf([], OPTIONS)), async ({ get }) => {
        const forged = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example' }
        const cookie = setCookieOf(await signIn(get, { base, headers: forged }))
        assert.doesNotMatch(cookie, /Secure|__Host/)
        assert.match(
          cookie,
          base === '' ? /^stacktale=.*Path=\/;/ : /^stacktale-admin-logs=.*Path=\/admin\/logs;/,
        )
      })
    })
  }

  it('of one’s address gives nobody new tries', async () => {
    await servingViewer(
      [],
      async ({ get }) => {
        for (const last of [1, 2, 3, 4, 5]) {
          await fail(
            get,
            { headers: { 'x-forwarded-for': `10.0.0.${last}`, forwarded: 'for=10.0.0.9' } },
            1,
          )
        }
        const more = { headers: { 'x-forwarded-for': '10.0.0.6', 'x-real-ip': '10.0.0.7' } }
        assert.equal(await fail(get, more, 1), 429)
      },
      OPTIONS,
    )
  })

  it('in addition to what the client itself says is what counts', async () => {
    await servingViewer(
      [],
      async ({ port }) => {
        await proxied(port, async (get) => {
          for (const last of [1, 2, 3, 4, 5]) {
            await fail(get, { headers: { 'x-forwarded-for': `10.0.0.${last}` } }, 1)
          }
          assert.equal(await fail(get, { headers: { 'x-forwarded-for': '10.0.0.6' } }, 1), 429)
          // Another client behind the same proxy does not wait.
          assert.equal(await fail(get, { headers: { 'x-test-client': '203.0.113.2' } }, 1), 401)
        })
      },
      TRUSTING,
    )
  })

  it('of a host is neither allowed nor an origin, where it is not to be believed', async () => {
    await servingViewer(
      [],
      async ({ get }) => {
        const rebound = {
          host: 'evil.example',
          'x-forwarded-host': 'localhost',
          forwarded: 'host=localhost',
        }
        assert.equal((await get('/', { headers: rebound })).status, 421)
        const { 'sec-fetch-site': _site, ...form } = OWN_FORM
        const forged = {
          ...form,
          host: 'localhost',
          origin: 'http://evil.example',
          'x-forwarded-host': 'evil.example',
        }
        const answer = await get('/login', {
          method: 'POST',
          headers: forged,
          body: 'name=ada&password=x',
        })
        assert.equal(answer.status, 403)
      },
      OPTIONS,
    )
  })

  it('never reaches a link or a redirect', async () => {
    await servingViewer(
      [],
      async ({ get }) => {
        const headers = {
          host: 'localhost',
          'x-forwarded-host': 'evil.example',
          'x-forwarded-prefix': '/evil',
          'x-original-url': '/evil',
          accept: 'text/html',
        }
        for (const path of ['/', '/login', '/nowhere']) {
          const { body, headers: answered } = await get(path, { headers })
          assert.doesNotMatch(body + String(answered.location), /evil/)
        }
      },
      TRUSTING,
    )
  })

  it('can be believed of proxies by number or by address, never of all', () => {
    const reader = new MemoryReader([])
    createViewer({ ...OPTIONS, reader, trustProxy: ['loopback', '10.0.0.0/8'] })
    for (const trustProxy of [true, false, 'loopback', -1, 1.5, 11, ['nowhere'], [7], ['']]) {
      assert.throws(
        () => Reflect.apply(createViewer, undefined, [{ ...OPTIONS, reader, trustProxy }]),
        {
          code: 'option-invalid',
          message: /"trustProxy" must be how many/,
        },
      )
    }
  })

  for (const [title, host] of [
    ['5', express()],
    ['4', express4()],
  ] as const) {
    it(`is believed by a viewer as by the Express ${title} around it`, async () => {
      host.set('trust proxy', 1)
      host.use('/logs', viewerOf([], OPTIONS))
      await serving(host, async ({ port }) => {
        await proxied(port, async (get) => {
          assert.match(await signedIn(get, { base: '/logs' }), /^__Host-stacktale-logs=/)
        })
      })
    })
  }
})
