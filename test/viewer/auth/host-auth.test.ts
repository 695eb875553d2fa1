import assert from 'node:assert/strict'
import express from 'express'
import express4 from 'express4'
import type { Authenticate } from '../../../viewer/index.ts'
import { viewerOf } from '../attacks/mounts.ts'
import { eventOf, lineOf } from '../event-of.ts'
import { MemoryReader } from '../memory-reader.ts'
import { serving, servingViewer } from '../serve.ts'

const open = eventOf({ lines: [lineOf({ text: 'A workout' })] })
const hidden = eventOf({ prefix: 'payroll', lines: [lineOf({ text: 'A salary' })] })

/** As a host's own middleware leaves it: the header says who. */
const authenticate: Authenticate = async ({ headers }) => {
  if (headers['x-user'] === 'admin') return { name: 'admin' }
  return headers['x-user'] === 'coach' ? { name: 'coach', prefixes: ['workout'] } : undefined
}

describe('the users of the application around the viewer', () => {
  for (const [title, host] of [
    ['5', express()],
    ['4', express4()],
  ] as const) {
    it(`see what their role may, in Express ${title}`, async () => {
      host.use('/logs', viewerOf([open, hidden], { auth: authenticate }))
      await serving(host, async ({ get }) => {
        const as = async (user: string) => await get('/logs/', { headers: { 'x-user': user } })
        const admin = await as('admin')
        assert.match(admin.body, /A workout[^]*A salary|A salary[^]*A workout/)
        const coach = await as('coach')
        assert.match(coach.body, /A workout/)
        assert.doesNotMatch(coach.body, /A salary|payroll/)
        assert.match(coach.body, /<bdi>coach<\/bdi>/)
        assert.doesNotMatch(coach.body, /Sign out/)
        const nobody = await as('nobody')
        assert.equal(nobody.status, 401)
        assert.doesNotMatch(nobody.body, /A workout|<span class="quiet">table/)
        assert.equal((await get('/logs/login')).status, 401)
      })
    })
  }

  it('see each what they may, who see different prefixes', async () => {
    const prefixesOf = { coach: ['workout'], clerk: ['payroll'] }
    await servingViewer(
      [open, hidden],
      async ({ get }) => {
        for (const [name, own, other] of [
          ['coach', 'A workout', 'A salary'],
          ['clerk', 'A salary', 'A workout'],
        ] as const) {
          const { body } = await get('/', { headers: { 'x-user': name } })
          assert.ok(body.includes(own), name)
          assert.ok(!body.includes(other), name)
        }
      },
      {
        auth: ({ headers }) => {
          const name = headers['x-user'] === 'clerk' ? 'clerk' : 'coach'
          return { name, prefixes: prefixesOf[name] }
        },
      },
    )
  })

  it('have pages made ready for 100 sets of prefixes, so that memory is bounded', async () => {
    const reader = new MemoryReader([open])
    let lists = 0
    const all = await reader.prefixes()
    reader.prefixes = async () => {
      lists += 1
      return all
    }
    await servingViewer(
      reader,
      async ({ get }) => {
        const look = async (role: number): Promise<number> => {
          const { status } = await get('/', { headers: { 'x-user': String(role) } })
          assert.equal(status, 200)
          return lists
        }
        for (let role = 0; role <= 100; role += 1) await look(role)
        assert.equal(lists, 101)
        assert.equal(await look(100), 101)
        assert.equal(await look(0), 102)
      },
      {
        auth: ({ headers }) => {
          const name = String(headers['x-user'])
          return { name, prefixes: ['workout', `p${name}`] }
        },
      },
    )
  })

  it('are told where to sign in', async () => {
    await servingViewer(
      [],
      async ({ get }) => {
        const { status, body } = await get('/', { headers: { accept: 'text/html' } })
        assert.equal(status, 401)
        assert.match(body, /href="\/account\/login">Sign in</)
      },
      { auth: { authenticate, signIn: '/account/login' } },
    )
  })

  it('are told that there is nothing for them', async () => {
    await servingViewer(
      [open],
      async ({ get }) => {
        const { status, body } = await get('/')
        assert.equal(status, 403)
        assert.match(body, /Nothing to see for you/)
      },
      { auth: () => ({ name: 'guest', prefixes: [] }) },
    )
  })

  const failing: readonly (readonly [title: string, answer: () => unknown])[] = [
    [
      'throws',
      () => {
        throw new Error('secret of the session store')
      },
    ],
    [
      'rejects',
      async () => {
        throw new Error('secret of the session store')
      },
    ],
    ['says yes', () => true],
    ['gives a name alone', () => 'admin'],
    ['gives no name', () => ({ prefixes: '*' })],
    ['gives an empty name', () => ({ name: '' })],
    ['gives prefixes as a text', () => ({ name: 'a', prefixes: 'workout' })],
    ['gives prefixes that are none', () => ({ name: 'a', prefixes: [undefined] })],
    ['gives prefixes as null', () => ({ name: 'a', prefixes: null })],
  ]
  for (const [title, answer] of failing) {
    it(`see nothing while the hook ${title}`, async () => {
      const reports: unknown[] = []
      const auth: Authenticate = (request) => Reflect.apply(answer, undefined, [request])
      await servingViewer(
        [open],
        async ({ get }) => {
          for (const path of ['/', `/events/${open.object}/${open.timestamp}.txt`]) {
            const { status, body } = await get(path)
            assert.equal(status, 500)
            assert.doesNotMatch(body, /A workout|secret/)
          }
        },
        { auth, onError: (error) => void reports.push(error) },
      )
      assert.equal(reports.length, 2)
    })
  }
})
