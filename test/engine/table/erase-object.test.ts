import assert from 'node:assert/strict'
import { eraseObject } from '../../../engine/table/erase-object.ts'
import { withRecordingAws } from './recording-aws.ts'

const KEYS = [
  { timestamp: { N: '1' } },
  { timestamp: { N: '2.5' }, parts: { N: '2' } },
  { timestamp: { N: '3' } },
]

function keyOf(timestamp: string): object {
  return { object: { S: 'user_1' }, timestamp: { N: timestamp } }
}

describe('erasing an object', () => {
  it('deletes parts before the events that name them, and again what was not taken', async () => {
    let batches = 0
    let queries = 0
    await withRecordingAws(
      ({ operation }) => {
        if (operation === 'Query') {
          queries += 1
          return { status: 200, body: { Items: queries === 1 ? KEYS : [] } }
        }
        if (operation !== 'BatchWriteItem') return { status: 200, body: {} }
        batches += 1
        const left = { any: [{ DeleteRequest: { Key: keyOf('2.50') } }] }
        return { status: 200, body: batches === 1 ? { UnprocessedItems: left } : {} }
      },
      async (endpoint, requests) => {
        const location = { table: 'any', region: 'us-east-1', endpoint }
        const { events } = await eraseObject('user_1', location)
        assert.equal(events, 3)
        assert.deepEqual(
          requests.map(({ operation }) => operation),
          ['Query', 'DeleteItem', 'DeleteItem', 'BatchWriteItem', 'BatchWriteItem', 'Query'],
        )
        const [query, first, second, , again] = requests.map(({ input }) => JSON.stringify(input))
        assert.match(query ?? '', /"ConsistentRead":true/)
        assert.match(first ?? '', /"_parts_2\.5".*"N":"0"/)
        assert.match(second ?? '', /"_parts_2\.5".*"N":"1"/)
        assert.equal(again?.match(/DeleteRequest/g)?.length, 1)
        assert.match(again ?? '', /"N":"2\.5"/)
      },
    )
  })

  it('refuses what is no key', async () => {
    await assert.rejects(eraseObject('user', { table: 'any', region: 'r' }), {
      code: 'key-invalid',
    })
    await assert.rejects(eraseObject('_prefixes', { table: 'any', region: 'r' }), {
      code: 'key-invalid',
    })
  })
})
