import assert from 'node:assert/strict'
import { cookieOf, OTHER_PASSWORD, signedIn, signIn, USERS } from '../auth/signing-in.ts'
import { servingViewer } from '../serve.ts'

const MADE_UP = `stacktale=${'A'.repeat(43)}`

describe('a session that an attacker chose', () => {
  it('is not opened by signing in with it', async () => {
    await servingViewer(
      [],
      async ({ get }) => {
        const answer = await signIn(get, { headers: { cookie: MADE_UP } })
        assert.notEqual(cookieOf(answer), MADE_UP)
        assert.equal((await get('/', { headers: { cookie: MADE_UP } })).status, 401)
        assert.equal((await get('/', { headers: { cookie: cookieOf(answer) } })).status, 200)
      },
      { auth: USERS },
    )
  })

  it('of their own ends when somebody signs in over it', async () => {
    await servingViewer(
      [],
      async ({ get }) => {
        const planted = await signedIn(get, { name: 'grace', password: OTHER_PASSWORD })
        const victim = await signedIn(get, { headers: { cookie: planted } })
        assert.notEqual(victim, planted)
        assert.equal((await get('/', { headers: { cookie: planted } })).status, 401)
        const page = await get('/', { headers: { cookie: victim } })
        assert.match(page.body, /<bdi>ada</)
      },
      { auth: USERS },
    )
  })

  it('is another each time', async () => {
    await servingViewer(
      [],
      async ({ get }) => {
        const tokens = [await signedIn(get), await signedIn(get), await signedIn(get)]
        assert.equal(new Set(tokens).size, 3)
        for (const token of tokens) assert.match(token, /^stacktale=[\w-]{43}$/)
      },
      { auth: USERS },
    )
  })
})
