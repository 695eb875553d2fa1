import assert from 'node:assert/strict'
import type { AuditEntry } from '../../../viewer/index.ts'
import { signIn, USERS } from '../auth/signing-in.ts'
import { servingViewer } from '../serve.ts'
import { HOSTILE, UNSEEN } from './corpus.ts'

const auth = USERS
const FIELD = /<input [^>]*name="(next|name)" value="([^"]*)"/g

function valuesIn(html: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...html.matchAll(FIELD)].map(([, name, value]) => [name, value]))
}

describe('signing in with hostile texts', () => {
  for (const text of HOSTILE) {
    it(`leads to pages of the viewer only: ${JSON.stringify(text)}`, async () => {
      await servingViewer(
        [],
        async ({ get }) => {
          const next = encodeURIComponent(text.toWellFormed())
          const { status, body } = await get(`/login?next=${next}`)
          assert.equal(status, 200)
          assert.doesNotMatch(valuesIn(body)['next'] ?? '<', /[<>"]/)
          const { headers } = await signIn(get, { next: text.toWellFormed() })
          assert.match(String(headers.location), /^\/(?![/\\])[\x21-\x7e]*$/)
        },
        { auth },
      )
    })
  }

  it('keeps a name text on the page, and tells the audit what it was', async () => {
    const told: AuditEntry[] = []
    await servingViewer(
      [],
      async ({ get }) => {
        for (const text of HOSTILE.slice(0, 4)) {
          const { status, body } = await signIn(get, { name: text, password: 'wrong' })
          assert.equal(status, 401)
          assert.equal(valuesIn(body)['name']?.includes('<'), false)
          assert.doesNotMatch(body, UNSEEN)
          assert.doesNotMatch(body, /<script>|<img src=x|onfocus='|style="/)
        }
      },
      { auth, audit: (entry) => told.push(entry) },
    )
    assert.deepEqual(
      told.map(({ user }) => user),
      HOSTILE.slice(0, 4),
    )
  })
})
