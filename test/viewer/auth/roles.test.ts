import assert from 'node:assert/strict'
import { DAY_MS } from '../../../engine/hours.ts'
import type { EventReader } from '../../../viewer/index.ts'
import { ConfinedReader } from '../../../viewer/confined-reader.ts'
import { eventOf, lineOf } from '../event-of.ts'
import { MemoryReader } from '../memory-reader.ts'
import { NOW, servingViewer } from '../serve.ts'
import { OTHER_PASSWORD, signedIn, USERS } from './signing-in.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const open = eventOf({ trace: TRACE, lines: [lineOf({ text: 'A workout' })] })
const hidden = eventOf({ prefix: 'payroll', trace: TRACE, lines: [lineOf({ text: 'A salary' })] })
const events = [open, hidden]
const STORY = `/events/${hidden.object}/${hidden.timestamp}`

function laterBy(hours: number): string {
  return String(Number(hidden.timestamp) + hours * 3_600_000)
}

/** As each user sees a path, one after the other, from the same viewer. */
async function seen(path: string, source: EventReader = new MemoryReader(events)) {
  const answers: { status: number; body: string }[] = []
  await servingViewer(
    source,
    async ({ get }) => {
      for (const form of [{}, { name: 'grace', password: OTHER_PASSWORD }]) {
        answers.push(await get(path, { headers: { cookie: await signedIn(get, form) } }))
      }
    },
    { auth: USERS },
  )
  const [all, one] = answers
  assert.ok(all && one)
  return { all, one }
}

describe('a user who may see one prefix', () => {
  for (const path of [
    '/',
    '/?prefix=payroll',
    `/traces/${TRACE}`,
    '/objects/payroll_42',
    '/?object=payroll_42',
    '/newer?since=0',
  ]) {
    it(`finds nothing of another in ${path}`, async () => {
      const { all, one } = await seen(path)
      assert.match(all.body, /A salary/)
      assert.equal(one.status, 200)
      assert.doesNotMatch(one.body, /A salary/)
    })
  }

  it('finds nothing of another inside the stories', async () => {
    const { all, one } = await seen('/?q=salary&in=stories')
    assert.match(all.body, /payroll_42/)
    assert.doesNotMatch(one.body, /payroll/)
  })

  for (const path of [STORY, `${STORY}.txt`, `${STORY}.ndjson`]) {
    it(`is told of ${path} what is told of one that is not there`, async () => {
      const { all, one } = await seen(path)
      assert.equal(all.status, 200)
      assert.equal(one.status, 404)
      const { one: missing } = await seen(path, new MemoryReader([open]))
      assert.deepEqual([one.status, one.body], [missing.status, missing.body])
    })
  }

  for (const path of [`${STORY}/previous`, `${STORY}/next`]) {
    it(`is not led on by ${path}`, async () => {
      const others = [-1, 1].map((hour) => eventOf({ ...hidden, timestamp: laterBy(hour) }))
      const source = new MemoryReader([...events, ...others])
      const { all, one } = await seen(path, source)
      assert.equal(all.status, 302)
      assert.equal(one.status, 200)
      assert.match(one.body, /There is no event of payroll_42/)
    })
  }

  it('is shown neither the prefixes of others over time, nor what all of them cost', async () => {
    const overview = await seen('/overview')
    assert.match(overview.all.body, /payroll/)
    assert.doesNotMatch(overview.one.body, /payroll/)
    const cost = await seen('/cost')
    assert.deepEqual([cost.all.status, cost.one.status], [200, 501])
    for (const page of ['/', '/overview', '/nowhere']) {
      const { all, one } = await seen(page)
      assert.match(all.body, /href="\/cost"/)
      assert.doesNotMatch(one.body, /href="\/cost"/)
    }
  })

  it('is led from a search to no object of another', async () => {
    for (const q of ['payroll_42', 'object:payroll_42']) {
      const { all, one } = await seen(`/?q=${q}`)
      assert.match(all.body, /href="\/objects\/payroll_42"><bdi>All that happened/)
      assert.doesNotMatch(one.body, /href="\/objects\/payroll/)
    }
  })

  it('does not read of another on a page that who sees all was shown before', async () => {
    const { all, one } = await seen('/')
    assert.match(all.body, /payroll/)
    assert.doesNotMatch(one.body, /payroll/)
  })

  it('sees that one', async () => {
    const { one } = await seen(`/events/${open.object}/${open.timestamp}`)
    assert.equal(one.status, 200)
    assert.match((await seen('/')).one.body, /A workout/)
  })
})

describe('a reader that is confined', () => {
  const confined = new ConfinedReader(new MemoryReader(events), ['workout', 'order'])

  it('lists, counts and names only what may be seen', async () => {
    assert.deepEqual((await confined.prefixes()).names, ['workout'])
    const { counts } = await confined.counts({ from: NOW - DAY_MS, to: NOW })
    assert.deepEqual(
      counts.map(({ prefix }) => prefix),
      ['workout'],
    )
    assert.deepEqual(
      (await confined.feed()).events.map(({ prefix }) => prefix),
      ['workout'],
    )
    assert.deepEqual((await confined.feed({ prefixes: ['payroll'] })).events, [])
    assert.deepEqual((await confined.feed({ prefix: 'payroll', prefixes: ['workout'] })).events, [])
    assert.equal(await confined.event('nonsense', open.timestamp), undefined)
    // What may not be seen is not read either.
    const asked: unknown[] = []
    const watched = new MemoryReader(events)
    const feed = watched.feed.bind(watched)
    watched.feed = async (query) => {
      asked.push(query?.prefixes)
      return await feed(query)
    }
    watched.event = async () => assert.fail('It was read.')
    const watching = new ConfinedReader(watched, ['workout', 'order'])
    await watching.feed()
    await watching.feed({ prefixes: ['payroll', 'order'] })
    assert.deepEqual(asked, [['workout', 'order'], ['order']])
    assert.equal(await watching.event('payroll_42', hidden.timestamp), undefined)
    assert.deepEqual(await confined.object('payroll_42'), { events: [], readUnits: 0 })
    assert.deepEqual(await confined.feed({ prefix: 'payroll' }), { events: [], readUnits: 0 })
  })

  it('lets nothing through of a reader that gives more than was asked for', async () => {
    const generous = new MemoryReader(events)
    const all = await generous.feed()
    generous.feed = async () => all
    generous.object = async () => all
    generous.event = async () => ({ ...hidden, readUnits: 0.5 })
    const confined = new ConfinedReader(generous, ['workout'])
    assert.deepEqual(
      (await confined.feed()).events.map(({ prefix }) => prefix),
      ['workout'],
    )
    assert.deepEqual((await confined.object('workout_42')).events.length, 1)
    assert.equal(await confined.event('workout_42', hidden.timestamp), undefined)
  })
})
