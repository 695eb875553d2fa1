import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import type { Line, LogEvent } from '../../../engine/event.ts'
import { DynamoDbSink } from '../../../engine/sinks/dynamodb-sink.ts'
import { storyText } from '../../../engine/story-text.ts'
import { createTable } from '../../../engine/table/create-table.ts'
import type { Recorded } from '../table/recording-aws.ts'
import { withRecordingAws } from '../table/recording-aws.ts'
import { tableForTest } from '../table/table-for-test.ts'

function eventOf(id: number, text: string): LogEvent {
  const lines: Line[] = [{ text, depth: 0, elapsed: 0, level: 'info' }]
  return {
    object: `workout_${id}`,
    prefix: 'workout',
    id: String(id),
    timestamp: `${1_732_184_700_000 + id}.5`,
    level: 'info',
    title: 'Title',
    duration: 0,
    expires: 1_734_776_701,
    lines,
    text: storyText(lines),
  }
}

const stored = (): { status: number; body: unknown } => ({ status: 200, body: {} })
const keyOf = ({ input }: Recorded): string =>
  /"object":\{"S":"([^"]*)"\}/.exec(JSON.stringify(input))?.[1] ?? ''

describe('what the table is asked to store', () => {
  before(tableForTest)

  it('are the parts of a big event one after the other, and its own item last', async () => {
    await withRecordingAws(stored, async (endpoint, requests) => {
      const sink = new DynamoDbSink({ table: 'stories', region: 'us-east-1', endpoint })
      await sink.write(eventOf(1, randomBytes(700_000).toString('base64')))
      const keys = requests.map(keyOf)
      assert.equal(keys[0], '_prefixes')
      assert.ok(keys.length > 3)
      assert.ok(keys.slice(1, -1).every((key) => key === '_parts_1732184700001.5'))
      assert.equal(keys.at(-1), 'workout_1')
      assert.ok(requests.every(({ isOverlapping }) => !isOverlapping))
      const parts = requests.slice(1, -1).map(({ input }) => JSON.stringify(input))
      assert.ok(parts.every((part) => part.includes('"expires":{"N":"1734776701"}')))
    })
  })

  it('is a prefix once, however many events it has', async () => {
    await withRecordingAws(stored, async (endpoint, requests) => {
      const sink = new DynamoDbSink({ table: 'stories', region: 'us-east-1', endpoint })
      for (const id of [1, 2, 3]) await sink.write(eventOf(id, 'Short'))
      assert.deepEqual(requests.map(keyOf), ['_prefixes', 'workout_1', 'workout_2', 'workout_3'])
    })
  })

  it('is asked once, because trying again is the delivery’s to decide', async () => {
    const failing = (): { status: number; body: unknown } => ({
      status: 500,
      body: { __type: 'com.amazonaws#InternalServerError' },
    })
    await withRecordingAws(failing, async (endpoint, requests) => {
      const sink = new DynamoDbSink({ table: 'stories', region: 'us-east-1', endpoint })
      await assert.rejects(sink.write(eventOf(1, 'Short')), { code: 'service-failed' })
      assert.equal(requests.length, 1)
    })
  })
})

describe('a table that is being made', () => {
  before(tableForTest)

  it('is waited for, and its items expire by their attribute', async () => {
    let described = 0
    const answer = ({ operation }: Recorded): { status: number; body: unknown } => {
      if (operation === 'CreateTable') return { status: 200, body: {} }
      if (operation === 'DescribeTimeToLive') return { status: 200, body: {} }
      if (operation === 'UpdateTimeToLive') return { status: 200, body: {} }
      described += 1
      const status = described < 2 ? 'CREATING' : 'ACTIVE'
      const KeySchema = [{ AttributeName: 'object' }, { AttributeName: 'timestamp' }]
      const feed = { IndexName: 'feed', IndexStatus: status }
      const Table = { TableStatus: status, KeySchema, GlobalSecondaryIndexes: [feed] }
      return { status: 200, body: { Table } }
    }
    await withRecordingAws(answer, async (endpoint, requests) => {
      const made = await createTable({ table: 'stories', region: 'us-east-1', endpoint })
      assert.deepEqual(made, { table: 'stories', created: true, expiry: 'enabled' })
      assert.equal(described, 2)
      assert.deepEqual(requests.at(-1)?.input, {
        TableName: 'stories',
        TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
      })
    })
  })
})
