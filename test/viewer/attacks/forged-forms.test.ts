import assert from 'node:assert/strict'
import type { Served } from '../serve.ts'
import { servingViewer } from '../serve.ts'
import { PASSWORD, signedIn, USERS } from '../auth/signing-in.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const BODY = new URLSearchParams({ name: 'ada', password: PASSWORD }).toString()

type Headers = Readonly<Record<string, string>>

const FOREIGN: Readonly<Record<string, Headers>> = {
  'another site': { 'sec-fetch-site': 'cross-site' },
  'another host of the domain': { 'sec-fetch-site': 'same-site' },
  'an address that somebody typed': { 'sec-fetch-site': 'none' },
  'a page that claims its own origin': {
    'sec-fetch-site': 'cross-site',
    origin: 'http://localhost',
  },
  'another origin': { origin: 'http://evil.example' },
  'another port': { origin: 'http://localhost:1' },
  'a host whose name begins alike': { origin: 'http://localhost.evil.example' },
  'a page without an origin': { origin: 'null' },
  'who does not say': {},
}

async function post(get: Served['get'], path: string, headers: Headers): Promise<number> {
  const { status } = await get(path, {
    method: 'POST',
    headers: { ...FORM, ...headers },
    body: BODY,
  })
  return status
}

describe('a form of another site', () => {
  for (const [title, headers] of Object.entries(FOREIGN)) {
    it(`signs nobody in or out: ${title}`, async () => {
      await servingViewer(
        [],
        async ({ get }) => {
          const host = { host: 'localhost', ...headers }
          const answer = await get('/login', {
            method: 'POST',
            headers: { ...FORM, ...host },
            body: BODY,
          })
          assert.equal(answer.status, 403)
          assert.equal(answer.headers['set-cookie'], undefined)
          const cookie = await signedIn(get)
          assert.equal(await post(get, '/logout', { ...host, cookie }), 403)
          assert.equal((await get('/', { headers: { cookie } })).status, 200)
        },
        { auth: USERS },
      )
    })
  }

  it('is told from the viewer’s own by a browser that only knows origins', async () => {
    await servingViewer(
      [],
      async ({ get, port }) => {
        const own = { host: `localhost:${port}`, origin: `http://localhost:${port}` }
        assert.equal(await post(get, '/login', own), 303)
        assert.equal(await post(get, '/logout', own), 303)
      },
      { auth: USERS },
    )
  })

  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    it(`changes nothing by ${method} elsewhere`, async () => {
      await servingViewer(
        [],
        async ({ get }) => {
          const cookie = await signedIn(get)
          for (const path of ['/', '/objects/workout_42', '/healthz']) {
            const { status, headers } = await get(path, { method, headers: { cookie } })
            assert.deepEqual([status, headers.allow], [405, 'GET, HEAD'], path)
          }
        },
        { auth: USERS },
      )
    })
  }

  it('cannot sign out by a link', async () => {
    await servingViewer(
      [],
      async ({ get }) => {
        const cookie = await signedIn(get)
        assert.equal((await get('/logout', { headers: { cookie } })).status, 404)
        assert.equal((await get('/', { headers: { cookie } })).status, 200)
      },
      { auth: USERS },
    )
  })
})
