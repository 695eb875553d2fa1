import assert from 'node:assert/strict'
import { Sessions } from '../../../viewer/auth/sessions.ts'
import { OWN_FORM, signedIn, USERS } from '../auth/signing-in.ts'
import { NOW, servingViewer } from '../serve.ts'

const MINUTE_MS = 60_000
const BOUNDS = { idleMs: 30 * MINUTE_MS, lifetimeMs: 720 * MINUTE_MS }

describe('a session', () => {
  it('is over after signing out, for who kept its cookie too', async () => {
    await servingViewer(
      [],
      async ({ get }) => {
        const [cookie, other] = [await signedIn(get), await signedIn(get)]
        assert.equal((await get('/', { headers: { cookie } })).status, 200)
        await get('/logout', { method: 'POST', headers: { ...OWN_FORM, cookie } })
        assert.equal((await get('/', { headers: { cookie } })).status, 401)
        assert.equal((await get('/', { headers: { cookie: other } })).status, 200)
      },
      { auth: USERS },
    )
  })

  it('is over after half an hour without use, and after half a day of use', async () => {
    let now = NOW
    await servingViewer(
      [],
      async ({ get }) => {
        const status = async (cookie: string): Promise<number> =>
          (await get('/', { headers: { cookie } })).status
        const idle = await signedIn(get)
        now += 30 * MINUTE_MS - 1
        assert.equal(await status(idle), 200)
        now += 30 * MINUTE_MS
        assert.equal(await status(idle), 401)
        const busy = await signedIn(get)
        for (let minutes = 0; minutes < 720; minutes += 20) {
          assert.equal(await status(busy), 200, `after ${minutes} minutes`)
          now += 20 * MINUTE_MS
        }
        assert.equal(await status(busy), 401)
      },
      { auth: USERS, clock: () => now },
    )
  })

  it('can end sooner', async () => {
    let now = NOW
    await servingViewer(
      [],
      async ({ get }) => {
        const cookie = await signedIn(get)
        now += 1000
        assert.equal((await get('/', { headers: { cookie } })).status, 401)
      },
      { auth: { ...USERS, idleMs: 1000 }, clock: () => now },
    )
  })

  it('of those that are used the least makes room, so that memory is bounded', () => {
    const sessions = new Sessions(BOUNDS, () => NOW)
    const [first, second] = [sessions.open('ada'), sessions.open('ada')]
    for (let count = 0; count < 9_999; count += 1) {
      sessions.use(first)
      sessions.open('grace')
    }
    assert.equal(sessions.use(first), 'ada')
    assert.equal(sessions.use(second), undefined)
  })
})
