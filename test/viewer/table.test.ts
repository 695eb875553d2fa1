import assert from 'node:assert/strict'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, NumberValue, PutCommand } from '@aws-sdk/lib-dynamodb'
import { DynamoDbSink } from '../../engine/sinks/dynamodb-sink.ts'
import { createTable } from '../../engine/table/create-table.ts'
import { TableReader } from '../../engine/table/table-reader.ts'
import { createViewer } from '../../viewer/index.ts'
import { embeddedEndpoint, LOCAL_CREDENTIALS, uniqueTable } from '../embedded-dynamo.ts'
import { eventOf } from './event-of.ts'
import { sample } from './sample/sample-events.ts'
import type { Served } from './serve.ts'
import { NOW, serving } from './serve.ts'

const region = 'us-east-1'
const { events, failed } = sample(Date.now(), 60)
const awkward = eventOf({ id: '../a b?#%/👩‍🚀', timestamp: `${NOW}.0000001234567890123456789` })

describe('the viewer over a table', () => {
  const table = uniqueTable()
  let endpoint = ''
  let client: DynamoDBClient

  before(async () => {
    endpoint = await embeddedEndpoint()
    client = new DynamoDBClient({ region, endpoint, credentials: LOCAL_CREDENTIALS })
    await createTable({ table, client })
    const sink = new DynamoDbSink({ table, client })
    for (const event of [...events, awkward]) await sink.write(event)
    const other = new DynamoDBClient({ region, endpoint, credentials: LOCAL_CREDENTIALS })
    await DynamoDBDocumentClient.from(other).send(
      new PutCommand({
        TableName: table,
        Item: {
          object: 'workout_broken',
          timestamp: NumberValue.from(`${NOW}.5`),
          prefix: 'workout',
          title: 'A story with a damaged body',
          level: 'warn',
          lines: 12,
          duration: 5,
          codec: 'deflate-raw',
          body: new Uint8Array([1, 2, 3]),
        },
      }),
    )
    other.destroy()
  })
  after(() => client.destroy())

  async function viewing(use: (served: Served) => Promise<void>): Promise<void> {
    await serving(createViewer({ auth: false, reader: new TableReader({ table, client }) }), use)
  }

  it('lists what was stored, of every prefix, and says what that cost', async () => {
    await viewing(async ({ get }) => {
      const { status, body } = await get('/')
      assert.equal(status, 200)
      assert.equal(body.match(/class="event event-/g)?.length, 62)
      assert.match(body, new RegExp(`table</span> ${table}`))
      assert.match(body, /This page cost <strong>[\d.]+ read units</)
      for (const prefix of ['billing', 'user', 'workout']) {
        assert.ok(body.includes(`href="/?prefix=${prefix}"`), prefix)
      }
    })
  })

  it('pages through all of it, each event once', async () => {
    await viewing(async ({ get }) => {
      const seen: string[] = []
      for (let path = '/?limit=25'; path !== '';) {
        const { body } = await get(path)
        seen.push(...[...body.matchAll(/href="(\/events\/[^"]+)"/g)].map(([, link = '']) => link))
        path = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? ''
      }
      assert.equal(seen.length, 62)
      assert.equal(new Set(seen).size, 62)
    })
  })

  it('follows a row to its story, which is whole', async () => {
    await viewing(async ({ get }) => {
      const { body: list } = await get('/objects/workout_42?level=error')
      const [, link = ''] = /class="event-title" href="([^"]+)"/.exec(list) ?? []
      const { status, body } = await get(link)
      assert.equal(status, 200)
      assert.equal(body.match(/class="line /g)?.length, failed.lines.length)
      assert.match(body, /WorkoutNotSavedError[\s\S]*Caused by[\s\S]*ECONNREFUSED/)
      assert.equal((await get(`${link}.txt`)).body, `${failed.text}\n`)
      const rows = (await get(`${link}.ndjson`)).body.trimEnd().split('\n')
      assert.equal(rows.length, failed.lines.length + 1)
    })
  })

  it('finds a key whatever its characters', async () => {
    await viewing(async ({ get }) => {
      const key = encodeURIComponent(awkward.object)
      for (const path of [`/?object=${key}`, `/objects/${key}`]) {
        const { body } = await get(path)
        const [, link = ''] = /class="event-title" href="([^"]+)"/.exec(body) ?? []
        assert.equal(link, `/events/${key}/${awkward.timestamp}`)
        assert.equal((await get(link)).status, 200)
      }
    })
  })

  it('shows what is left of a damaged item', async () => {
    await viewing(async ({ get }) => {
      const { status, body } = await get(`/events/workout_broken/${NOW}.5`)
      assert.equal(status, 200)
      assert.match(body, /A story with a damaged body/)
      assert.match(body, /body-damaged/)
    })
  })

  it('refuses a broken cursor', async () => {
    await viewing(async ({ get }) => {
      assert.equal((await get('/?cursor=broken')).status, 400)
    })
  })

  it('explains a table that is not there', async () => {
    const reader = new TableReader({ table: uniqueTable(), client })
    await serving(createViewer({ auth: false, reader }), async ({ get }) => {
      for (const path of ['/', '/objects/workout_42', '/events/workout_42/5']) {
        const { status, body } = await get(path)
        assert.equal(status, 503)
        assert.match(body, /<code>table-missing</)
      }
    })
  })
})

describe('the viewer of a table that it is told', () => {
  const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const
  const given = names.map((name) => process.env[name])

  before(() => {
    for (const name of names) process.env[name] = 'local'
  })
  after(() => {
    for (const [index, name] of names.entries()) {
      const value = given[index]
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  })

  it('explains an endpoint that does not answer', async () => {
    const viewer = createViewer({
      auth: false,
      table: 'elsewhere',
      region,
      endpoint: 'http://127.0.0.1:9',
    })
    await serving(viewer, async ({ get }) => {
      const { status, body } = await get('/')
      assert.equal(status, 503)
      assert.match(body, /table<\/span> elsewhere/)
      assert.match(body, /<code>endpoint-unreachable</)
    })
  })
})
