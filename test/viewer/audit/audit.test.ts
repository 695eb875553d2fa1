import assert from 'node:assert/strict'
import { request } from 'node:http'
import { configure, flush } from 'stacktale'
import { auditEvents } from 'stacktale/audit'
import { memorySink } from 'stacktale/testing'
import { MemoryReader } from '../memory-reader.ts'
import { until } from '../../until.ts'
import { FollowedLists } from '../../../viewer/audit/followed-lists.ts'
import type { AuditEntry } from '../../../viewer/index.ts'
import { OWN_FORM, signedIn, signIn, USERS } from '../auth/signing-in.ts'
import { eventOf } from '../event-of.ts'
import { NOW, servingViewer } from '../serve.ts'

const event = eventOf()

describe('the audit', () => {
  it('tells who looked at what, from where and for how much', async () => {
    const told: AuditEntry[] = []
    await servingViewer(
      [event],
      async ({ get }) => {
        await signIn(get, { name: 'eve', password: 'never told' })
        const cookie = await signedIn(get)
        const headers = { cookie }
        for (const path of ['/?level=warn', `/events/${event.object}/5`, '/healthz', '/login']) {
          await get(path, { headers })
        }
        await get(`/events/${event.object}/${event.timestamp}.ndjson`, { headers })
        await get('/logout', { method: 'POST', headers: { ...OWN_FORM, cookie } })
      },
      { auth: USERS, audit: (entry) => told.push(entry) },
    )
    const address = '127.0.0.1'
    const ada = { user: 'ada', address }
    assert.deepEqual(told, [
      { action: 'sign-in-refused', user: 'eve', address },
      { action: 'signed-in', ...ada },
      { action: 'looked', ...ada, path: '/?level=warn', status: 200, readUnits: 2 },
      { action: 'looked', ...ada, path: '/events/workout_42/5', status: 404, readUnits: 0 },
      {
        action: 'looked',
        ...ada,
        path: `/events/${event.object}/${event.timestamp}.ndjson`,
        status: 200,
        readUnits: 0.5,
      },
      { action: 'signed-out', ...ada },
    ])
    assert.doesNotMatch(JSON.stringify(told), /never told/)
  })

  it('tells of a list that is followed once in five minutes, with what all its looks took', async () => {
    const told: AuditEntry[] = []
    let now = NOW
    await servingViewer(
      [event],
      async ({ get }) => {
        for (let look = 0; look <= 300; look += 1) {
          await get(`/newer?prefix=workout&since=${now}`)
          now += 2_000
        }
        // Another list, and one that reaches further back, are others.
        await get(`/newer?since=${now}`)
        await get(`/newer?prefix=workout&since=${NOW - 60_000}`)
        await get('/newer?prefix=workout&since=x')
      },
      { auth: () => ({ name: 'ada' }), audit: (entry) => told.push(entry), clock: () => now },
    )
    const paths = [NOW, NOW + 300_000, NOW + 600_000].map(
      (since) => `/newer?prefix=workout&since=${since}`,
    )
    assert.deepEqual(
      told.map(({ path }) => path),
      [
        ...paths,
        `/newer?since=${now}`,
        `/newer?prefix=workout&since=${NOW - 60_000}`,
        '/newer?prefix=workout&since=x',
      ],
    )
    const spent = told.slice(0, 3).reduce((sum, { readUnits = 0 }) => sum + readUnits, 0)
    assert.ok(spent >= 301 * 0.5, String(spent))
  })

  it('is not led astray by an address that begins with much that says nothing', async () => {
    const told: AuditEntry[] = []
    await servingViewer(
      [event],
      async ({ get }) => {
        await get(`/?${'&'.repeat(8_000)}prefix=workout`)
        await get(`/?q=${encodeURIComponent(`-${'一'.repeat(498)}`)}&prefix=workout`)
        await get(`/?${'a'.repeat(8_000)}=b`)
      },
      { auth: () => ({ name: 'ada' }), audit: (entry) => told.push(entry) },
    )
    const [padded, long, refused] = told.map(({ path = '' }) => path)
    assert.equal(padded, '/?prefix=workout')
    assert.match(long ?? '', /&prefix=workout$/)
    assert.equal(refused?.length, 1000)
  })

  it('is told of who goes away before the end, too', async () => {
    const told: AuditEntry[] = []
    const reader = new MemoryReader([event])
    let isAsked = false
    reader.object = async () => {
      isAsked = true
      return await new Promise(() => {})
    }
    await servingViewer(
      reader,
      async ({ port }) => {
        const leaving = request({ port, path: '/objects/workout_42', agent: false })
        leaving.on('error', () => {})
        leaving.end()
        await until('the reading', async () => isAsked || undefined)
        leaving.destroy()
        await until('the entry', async () => told.length > 0 || undefined)
      },
      { auth: () => ({ name: 'ada' }), audit: (entry) => told.push(entry) },
    )
    assert.deepEqual(
      told.map(({ path }) => path),
      ['/objects/workout_42'],
    )
  })

  it('remembers so many followed lists, so that memory is bounded', () => {
    const lists = new FollowedLists()
    const look = (user: number): number | undefined =>
      lists.untold({ user: String(user), address: '', path: '/newer?since=1', readUnits: 1 }, NOW)
    for (let user = 0; user <= 10_000; user += 1) assert.equal(look(user), 1)
    assert.equal(look(10_000), undefined)
    assert.equal(look(0), 1)
  })

  it('becomes an event', async () => {
    const sink = memorySink()
    configure({ sink })
    try {
      await servingViewer([event], async ({ get }) => void (await get('/objects/workout_42')), {
        auth: () => ({ name: 'Ada' }),
        audit: auditEvents(),
      })
      await flush()
      assert.equal(sink.find('audit_Ada').title, 'Looked at /objects/workout_42')
    } finally {
      configure({ sink: undefined })
    }
  })

  for (const [title, audit] of [
    [
      'throws',
      () => {
        throw new Error('full')
      },
    ],
    [
      'rejects',
      async () => {
        throw new Error('full')
      },
    ],
  ] as const) {
    it(`that ${title} keeps nobody from a page, and is reported`, async () => {
      const reports: string[] = []
      await servingViewer([event], async ({ get }) => assert.equal((await get('/')).status, 200), {
        auth: () => ({ name: 'Ada' }),
        audit,
        onError: (_error, { id }) => void reports.push(id),
      })
      assert.deepEqual(reports, ['audit'])
    })
  }
})
