import assert from 'node:assert/strict'
import type { ClientRequest } from 'node:http'
import { request } from 'node:http'
import type { EventPage } from '../../../engine/table/event-page.ts'
import { until } from '../../until.ts'
import { eventOf } from '../event-of.ts'
import { MemoryReader } from '../memory-reader.ts'
import type { ViewerOptions } from '../../../viewer/index.ts'
import type { Served } from '../serve.ts'
import { servingViewer } from '../serve.ts'

const AT_A_TIME = 6
const MOST_WAITING = 100

/** A table that answers the next object when it is told to. */
class SlowReader extends MemoryReader {
  readonly underWay: (() => void)[] = []
  asked = 0

  override async object(key: string): Promise<EventPage> {
    this.asked += 1
    await new Promise<void>((resolve) => this.underWay.push(resolve))
    return await super.object(key)
  }

  answerAll(): void {
    for (const answer of this.underWay.splice(0)) answer()
  }
}

const EVE = { 'x-user': 'eve' }

/** Goes away; the server knows once it has answered somebody else. */
async function leave(asked: readonly ClientRequest[], get: Served['get']): Promise<void> {
  for (const each of asked) each.destroy()
  for (let look = 0; look < 3; look += 1) await get('/healthz')
}

async function asOf(
  reader: SlowReader,
  use: (served: Served, ask: (user: string, address?: string) => ClientRequest) => Promise<void>,
  options: Partial<ViewerOptions> = {},
): Promise<void> {
  const faults: string[] = []
  await servingViewer(
    reader,
    async (served) => {
      const ask = (user: string, address: string = '10.0.0.1'): ClientRequest => {
        const path = '/objects/workout_42'
        const headers = { 'x-user': user, 'x-forwarded-for': address }
        const asked = request({ port: served.port, path, headers, agent: false })
        asked.on('error', () => {})
        asked.end()
        return asked
      }
      await use(served, ask)
    },
    {
      auth: ({ headers }) => ({ name: String(headers['x-user']) }),
      onError: (error) => faults.push(String(error)),
      ...options,
    },
  )
  assert.deepEqual(faults, [])
}

/** The status of each answer, as they come. */
function statusesOf(asked: readonly ClientRequest[]): number[] {
  const statuses: number[] = []
  for (const each of asked) {
    each.on('response', (answer) => statuses.push(answer.resume().statusCode ?? 0))
  }
  return statuses
}

describe('a visitor who asks for very many pages', () => {
  it('has a few read at a time, and some wait; others are answered', async () => {
    const reader = new SlowReader([eventOf()])
    await asOf(reader, async ({ get }, ask) => {
      const many = Array.from({ length: AT_A_TIME + MOST_WAITING + 2 }, () => ask('eve'))
      const statuses = statusesOf(many)
      await until('those too many', async () => statuses.length === 2 || undefined)
      assert.deepEqual(statuses, [429, 429])
      assert.equal(reader.asked, AT_A_TIME)
      const { status, headers, body } = await get('/cost', { headers: EVE })
      assert.deepEqual([status, headers['retry-after']], [429, '5'])
      assert.match(body, /Too many pages at once/)
      assert.equal((await get('/', { headers: { 'x-user': 'ada' } })).status, 200)
      await until('all answers', async () => {
        reader.answerAll()
        return statuses.length === many.length || undefined
      })
      assert.equal(statuses.filter((each) => each === 200).length, AT_A_TIME + MOST_WAITING)
      assert.equal((await get('/', { headers: EVE })).status, 200)
    })
  })

  const shares: readonly {
    readonly who: string
    readonly options?: Partial<ViewerOptions>
    readonly users: readonly [string, string]
    readonly isSame: boolean
    readonly addresses: readonly [string, string]
  }[] = [
    {
      who: 'one user at two addresses has',
      users: ['eve', 'eve'],
      addresses: ['10.0.0.1', '10.0.0.2'],
      isSame: true,
    },
    {
      who: 'two users at one address have',
      users: ['eve', 'ada'],
      addresses: ['10.0.0.1', '10.0.0.1'],
      isSame: false,
    },
    {
      who: 'two addresses that go by the name of one password for all have',
      users: ['admin', 'admin'],
      addresses: ['10.0.0.1', '10.0.0.2'],
      isSame: false,
    },
    {
      who: 'two addresses without names have',
      options: { auth: false },
      users: ['', ''],
      addresses: ['10.0.0.1', '10.0.0.2'],
      isSame: false,
    },
  ]
  for (const { who, options, users, addresses, isSame } of shares) {
    it(`${who} ${isSame ? 'one share' : 'a share each'}`, async () => {
      const reader = new SlowReader([eventOf()])
      await asOf(
        reader,
        async (_served, ask) => {
          const many = Array.from({ length: AT_A_TIME + MOST_WAITING + 2 }, () =>
            ask(users[0], addresses[0]),
          )
          const statuses = statusesOf(many)
          await until('those too many', async () => statuses.length === 2 || undefined)
          const others = statusesOf([ask(users[1], addresses[1])])
          await until('the other', async () => {
            return others.length > 0 || reader.asked > AT_A_TIME || undefined
          })
          assert.deepEqual(others, isSame ? [429] : [])
          await until('all answers', async () => {
            reader.answerAll()
            return statuses.length + others.length === many.length + 1 || undefined
          })
        },
        { trustProxy: 1, ...options },
      )
    })
  }

  it('gains nothing by going away: what is read for nobody counts until it is over', async () => {
    const reader = new SlowReader([eventOf()])
    await asOf(reader, async ({ get }, ask) => {
      const gone = Array.from({ length: AT_A_TIME }, () => ask('eve'))
      await until('all', async () => reader.underWay.length === AT_A_TIME || undefined)
      await leave(gone, get)
      const more = Array.from({ length: MOST_WAITING + 2 }, () => ask('eve'))
      const statuses = statusesOf(more)
      await until('those too many', async () => statuses.length === 2 || undefined)
      assert.deepEqual(statuses, [429, 429])
      assert.equal(reader.asked, AT_A_TIME)
      // Who goes away while waiting is read nothing for.
      await leave(more, get)
      reader.answerAll()
      assert.equal((await get('/', { headers: EVE })).status, 200)
      assert.equal(reader.asked, AT_A_TIME)
    })
  })
})
