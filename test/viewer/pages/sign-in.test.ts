import assert from 'node:assert/strict'
import { HASH, OWN_FORM, setCookieOf, signedIn, signIn, USERS } from '../auth/signing-in.ts'
import { eventOf } from '../event-of.ts'
import { servingViewer } from '../serve.ts'

const event = eventOf()
const HTML = { accept: 'text/html,*/*' }

describe('signing in', () => {
  it('leads on to an address of a usual length only', async () => {
    await servingViewer(
      [],
      async ({ get }) => {
        for (const [length, location] of [
          [10, `/login?next=%2F${'a'.repeat(10)}`],
          [3000, '/login'],
        ] as const) {
          const { headers } = await get(`/${'a'.repeat(length)}`, {
            headers: { accept: 'text/html' },
          })
          assert.equal(headers.location, location)
        }
      },
      { auth: USERS },
    )
  })

  it('is asked for before anything is shown, and leads on to what was wanted', async () => {
    await servingViewer(
      [event],
      async ({ get }) => {
        const wanted = '/objects/workout_42?level=warn'
        const turned = await get(wanted, { headers: HTML })
        assert.equal(turned.status, 303)
        assert.equal(turned.headers.location, `/login?next=${encodeURIComponent(wanted)}`)
        const form = await get(turned.headers.location)
        assert.equal(form.status, 200)
        assert.match(
          form.body,
          /<input type="hidden" name="next" value="\/objects\/workout_42\?level=warn">/,
        )
        assert.doesNotMatch(
          form.body,
          /workout generation|<span class="quiet">table<\/span>|class="site"/,
        )
        const answer = await signIn(get, { next: wanted })
        assert.equal(answer.headers.location, wanted)
        const cookie = setCookieOf(answer)
        assert.match(cookie, /^stacktale=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
        const page = await get('/', { headers: { cookie } })
        assert.equal(page.status, 200)
        assert.match(page.body, /Signed in as <\/span><bdi>ada</)
      },
      { auth: USERS },
    )
  })

  it('tells a program that it may not, and everyone where the assets are', async () => {
    await servingViewer(
      [event],
      async ({ get }) => {
        const { status, body, headers } = await get(
          `/events/${event.object}/${event.timestamp}.ndjson`,
        )
        assert.equal(status, 401)
        assert.match(body, /Sign in first/)
        assert.equal(headers['cache-control'], 'no-store')
        const asset = /href="(\/assets\/[^"]+)"/.exec(body)?.[1] ?? ''
        assert.equal((await get(asset)).status, 200)
        assert.equal((await get('/healthz')).status, 200)
      },
      { auth: USERS },
    )
  })

  it('is refused alike for a wrong password and for a name that nobody has', async () => {
    await servingViewer(
      [event],
      async ({ get }) => {
        const wrong = await signIn(get, { name: 'ada', password: 'nearly right' })
        const unknown = await signIn(get, { name: 'eve', password: 'nearly right' })
        assert.deepEqual([wrong.status, unknown.status], [401, 401])
        assert.equal(wrong.body.replaceAll('ada', 'eve'), unknown.body)
        assert.match(wrong.body, /role="alert">Name and password do not match\./)
        assert.match(wrong.body, /name="name" value="ada"/)
        assert.doesNotMatch(wrong.body, /nearly right/)
        assert.equal(wrong.headers['set-cookie'], undefined)
        const proto = await signIn(get, { name: '__proto__' })
        assert.equal(proto.status, 401)
      },
      { auth: USERS },
    )
  })

  it('asks for no name where there is one password for all', async () => {
    await servingViewer(
      [event],
      async ({ get }) => {
        const { body } = await get('/login')
        assert.doesNotMatch(body, /Name\n/)
        assert.match(body, /autocomplete="username" readonly hidden/)
        const cookie = await signedIn(get, { name: 'whoever' })
        assert.equal((await get('/', { headers: { cookie } })).status, 200)
      },
      { auth: { password: HASH } },
    )
  })

  it('asks again for what is missing', async () => {
    await servingViewer(
      [],
      async ({ get }) => {
        for (const form of [
          { name: '' },
          { password: '' },
          { name: 'x'.repeat(65) },
          { password: 'x'.repeat(1025) },
        ]) {
          const { status, body } = await signIn(get, form)
          assert.equal(status, 400)
          assert.match(body, /Type your name and your password\./)
        }
      },
      { auth: USERS },
    )
  })

  it('needs doing once: the form then leads on', async () => {
    await servingViewer(
      [],
      async ({ get }) => {
        const cookie = await signedIn(get)
        for (const [path, location] of [
          ['/login', '/'],
          ['/login?next=/objects/a_1', '/objects/a_1'],
          ['/login?next=/logout', '/'],
          ['/login?next=/login%3Fnext=/', '/'],
        ] as const) {
          const { status, headers } = await get(path, { headers: { cookie } })
          assert.deepEqual([status, headers.location], [303, location])
        }
      },
      { auth: USERS },
    )
  })

  it('is not there where nobody is asked', async () => {
    await servingViewer([], async ({ get }) => {
      assert.equal((await get('/login')).status, 404)
      assert.equal((await signIn(get)).status, 405)
      assert.equal((await get('/logout', { method: 'POST', headers: OWN_FORM })).status, 405)
    })
  })
})

describe('signing out', () => {
  it('ends with a page that says so', async () => {
    await servingViewer(
      [],
      async ({ get }) => {
        const cookie = await signedIn(get)
        const page = await get('/', { headers: { cookie } })
        assert.match(
          page.body,
          /<form method="post" action="\/logout"><button class="tool">Sign out/,
        )
        const out = await get('/logout', { method: 'POST', headers: { ...OWN_FORM, cookie } })
        assert.deepEqual([out.status, out.headers.location], [303, '/login?out=1'])
        assert.match(setCookieOf(out), /^stacktale=; Path=\/; Expires=Thu, 01 Jan 1970/)
        assert.match((await get('/login?out=1')).body, /role="status">You are signed out\./)
      },
      { auth: USERS },
    )
  })
})
