import assert from 'node:assert/strict'
import fc from 'fast-check'
import { ownAddress } from '../../../viewer/query/own-address.ts'
import { OWN_FORM, signedIn, USERS } from '../auth/signing-in.ts'
import { servingViewer } from '../serve.ts'

const ELSEWHERE = [
  'https://evil.example/',
  '//evil.example/',
  '///evil.example/',
  '/\\evil.example/',
  '\\\\evil.example/',
  '/\t/evil.example/',
  '/\n/evil.example',
  '/.//evil.example/',
  '/x/..//evil.example/',
  '/%2e//evil.example',
  '/x/%2E%2e//evil.example',
  ' //evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'evil.example',
  '@evil.example/',
  ':80//evil.example',
  '',
]

/** Where a browser on a page of this origin ends up. */
function landing(address: string): URL {
  return new URL(address, 'https://logs.example.com/admin/login')
}

describe('what to go on to after signing in', () => {
  it('is an address of the viewer, or its list of events', async () => {
    await servingViewer(
      [],
      async ({ get }) => {
        const cookie = await signedIn(get)
        for (const next of ELSEWHERE) {
          const query = new URLSearchParams({ next }).toString()
          const { headers } = await get(`/login?${query}`, { headers: { cookie } })
          assert.equal(headers.location, '/', JSON.stringify(next))
        }
        const body = new URLSearchParams({
          name: 'ada',
          password: 'correct horse battery',
          next: '//evil.example',
        })
        const answer = await get('/login', {
          method: 'POST',
          headers: OWN_FORM,
          body: body.toString(),
        })
        assert.deepEqual([answer.status, answer.headers.location], [303, '/'])
      },
      { auth: USERS },
    )
  })

  it('stays below where the viewer is mounted', () => {
    for (const base of ['', '/admin', '/admin/logs']) {
      for (const next of ELSEWHERE) assert.equal(ownAddress(next, base), undefined, next)
    }
    for (const next of [
      '/',
      '/adminx',
      '/admin/../x',
      '/admin/%2e%2e/x',
      '/x/../admin/../y',
      '/ADMIN/x',
    ]) {
      assert.equal(ownAddress(next, '/admin'), undefined, next)
    }
    assert.equal(
      ownAddress('/admin/objects/a_1?level=warn#L1', '/admin'),
      '/admin/objects/a_1?level=warn',
    )
    assert.equal(ownAddress('/admin', '/admin'), '/admin')
    assert.equal(ownAddress('/?prefix=a', ''), '/?prefix=a')
  })

  it('never leaves the site, whatever is asked for', () => {
    const part = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '%2f',
      '%5c',
      'admin',
      'evil.example',
      '@',
      ':',
      '\t',
      '?',
      '#',
      'http:',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, fc.constantFrom('', '/admin'), (text, base) => {
        const address = ownAddress(`/${text}`, base)
        if (address === undefined) return
        const { origin, pathname } = landing(address)
        assert.equal(origin, 'https://logs.example.com')
        assert.ok(pathname === base || pathname.startsWith(`${base}/`), pathname)
        assert.equal(/[\r\n]/.test(address), false)
      }),
      { numRuns: 3000 },
    )
  })
})
