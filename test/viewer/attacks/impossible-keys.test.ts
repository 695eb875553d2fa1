import assert from 'node:assert/strict'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { createTable } from '../../../engine/table/create-table.ts'
import { TableReader } from '../../../engine/table/table-reader.ts'
import { embeddedEndpoint, LOCAL_CREDENTIALS, uniqueTable } from '../../embedded-dynamo.ts'
import { serving, servingViewer } from '../serve.ts'
import { MemoryReader } from '../memory-reader.ts'
import { viewerOf } from './mounts.ts'

/** No object can have them: the last is a byte longer than DynamoDB takes. */
const KEYS: readonly string[] = [
  'workout42',
  '_prefixes',
  '_42',
  'workout_',
  '%00',
  `a_${'x'.repeat(2047)}`,
]
const TIMESTAMPS: readonly string[] = [
  '0',
  '0.0000000000000000000000000',
  '0000000000005.5',
  '9999999999999.9999999999999999999999999',
]
const NO_TIMESTAMPS: readonly string[] = ['NaN', '-1', '1e5', '99999999999999', '5.', '%D9%A1']

/** Every address that names an event. */
function storiesOf(key: string, timestamp: string): readonly string[] {
  return ['', '.txt', '.ndjson', '/previous', '/next'].map(
    (end) => `/events/${key}/${timestamp}${end}`,
  )
}

describe('an address that no event can have', () => {
  const table = uniqueTable()
  let client: DynamoDBClient

  before(async () => {
    const endpoint = await embeddedEndpoint()
    client = new DynamoDBClient({
      region: 'us-east-1',
      endpoint,
      credentials: LOCAL_CREDENTIALS,
    })
    await createTable({ table, client })
  })
  after(() => client.destroy())

  it('is not found, rather than blamed on the table', async () => {
    const viewer = viewerOf([], { auth: false, reader: new TableReader({ table, client }) })
    await serving(viewer, async ({ get }) => {
      for (const path of KEYS.flatMap((key) => [`/objects/${key}`, ...storiesOf(key, '5')])) {
        const { status, body } = await get(path)
        assert.equal(status, 404, path)
        assert.doesNotMatch(body, /href="[^"]*\/objects\//, path)
      }
      for (const path of NO_TIMESTAMPS.flatMap((wrong) => storiesOf('workout_42', wrong))) {
        assert.equal((await get(path)).status, 404, path)
      }
      for (const path of TIMESTAMPS.flatMap((timestamp) => storiesOf('workout_42', timestamp))) {
        assert.match(String((await get(path)).status), /200|404/, path)
      }
    })
  })

  it('is said to be one in a search, too', async () => {
    const reader = new TableReader({ table, client })
    await serving(viewerOf([], { auth: false, reader }), async ({ get }) => {
      assert.equal((await get(`/?prefix=${'x'.repeat(2049)}`)).status, 400)
      for (const key of KEYS) {
        assert.equal((await get(`/?q=object:${key.slice(0, 400)}`)).status, 200, key)
        assert.equal((await get(`/?object=${key}`)).status, 400, key)
        assert.equal((await get(`/newer?since=0&object=${key}`)).status, 400, key)
      }
    })
  })

  it('reads nothing', async () => {
    const reader = new MemoryReader([])
    const read = async (): Promise<never> => {
      throw new Error('read')
    }
    Object.assign(reader, { event: read, neighbour: read, object: read })
    await servingViewer(reader, async ({ get }) => {
      for (const path of KEYS.flatMap((key) => [`/objects/${key}`, ...storiesOf(key, '5')])) {
        assert.equal((await get(path)).status, 404, path)
      }
    })
  })
})
