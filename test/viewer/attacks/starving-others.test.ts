import assert from 'node:assert/strict'
import type { ClientRequest } from 'node:http'
import { request } from 'node:http'
import type { EventPage } from '../../../engine/table/event-page.ts'
import { until } from '../../until.ts'
import { eventOf } from '../event-of.ts'
import { MemoryReader } from '../memory-reader.ts'
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
  use: (served: Served, ask: (user: string) => ClientRequest) => Promise<void>,
): Promise<void> {
  const faults: string[] = []
  await servingViewer(
    reader,
    async (served) => {
      const ask = (user: string): ClientRequest => {
        const path = '/objects/workout_42'
        const headers = { 'x-user': user }
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
