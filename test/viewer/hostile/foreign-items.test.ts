import assert from 'node:assert/strict'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, NumberValue, PutCommand } from '@aws-sdk/lib-dynamodb'
import { writeBody } from '../../../engine/item/write-body.ts'
import { createTable } from '../../../engine/table/create-table.ts'
import { TableReader } from '../../../engine/table/table-reader.ts'
import { embeddedEndpoint, LOCAL_CREDENTIALS, uniqueTable } from '../../embedded-dynamo.ts'
import { lineOf } from '../event-of.ts'
import { NOW, serving } from '../serve.ts'
import { viewerOf } from '../attacks/mounts.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'

/** Numbers that DynamoDB keeps, and no event has. */
const NUMBERS: readonly string[] = ['-1', '0', '0.5', '-1e125', '1e125', '1e16', '1e-100', '9e15']

/** What stands in the place of a number, a text or bytes. */
const OTHERS: readonly unknown[] = ['<b>', '', true, null, [1], { a: 1 }, new Uint8Array([1])]

const NUMERIC = ['duration', 'lines', 'expires', 'part', 'parts', 'v'] as const
const ATTRIBUTES = [
  ...NUMERIC,
  'level',
  'title',
  'service',
  'host',
  'trace',
  'span',
  'parent',
  'unfinished',
  'message',
  'detail',
  'body',
  'codec',
] as const

const DETAILS: readonly string[] = [
  '[]',
  '{"depth":[-1,1e9]}',
  '{"depth":[0.5,2]}',
  '{"elapsed":[1e308,1e308]}',
  '{"elapsed":[-1e300,-5]}',
  '{"rows":[[0,-1],[1,1e9]]}',
  '{"rows":[[0,0.5]]}',
  '{"level":[[0,-1],[1,99]]}',
  '{"took":[[0,-1e300],[1,1e308]]}',
  '{"source":[[0,""]],"data":[[1e9,1]]}',
  '{"error":[[0,{"name":"","message":"","code":{"a":1},"data":[null]}]]}',
  '{"error":[[0,{"name":"","message":"","errors":[]}]],"__proto__":{"depth":[1]}}',
  '{',
]

/** Few bytes whose story, were all of it indented, would take 200 MB. */
function deepBody(): Uint8Array {
  const calls = Array.from({ length: 5000 }, (_, depth) => lineOf({ text: 'x', depth }))
  const rows = lineOf({ text: 'row\n'.repeat(10_000), depth: 10_000 })
  const body = writeBody([...calls, rows], 'Foreign', 'deflate-lines')
  assert.ok(body !== undefined && body.length < 50_000)
  return body
}

function itemsOf(): readonly Readonly<Record<string, unknown>>[] {
  const numbers = NUMBERS.map((text) => NumberValue.from(text))
  const usual = { level: 'warn', title: 'Foreign', lines: 2, duration: 5, trace: TRACE, v: 1 }
  const message = '    Deep\nTop'
  return [
    ...NUMERIC.flatMap((name) => numbers.map((value) => ({ ...usual, message, [name]: value }))),
    ...ATTRIBUTES.flatMap((name) => OTHERS.map((value) => ({ ...usual, message, [name]: value }))),
    ...DETAILS.map((detail) => ({ ...usual, message, detail })),
    { ...usual, body: deepBody(), codec: 'deflate-lines' },
  ].map((item, index) => ({
    object: 'workout_foreign',
    prefix: 'workout',
    timestamp: NumberValue.from(`${NOW - 60_000 - index}.5`),
    ...item,
  }))
}

describe('items that something else wrote', () => {
  const table = uniqueTable()
  const items = itemsOf()
  let client: DynamoDBClient

  before(async () => {
    const endpoint = await embeddedEndpoint()
    client = new DynamoDBClient({ region: 'us-east-1', endpoint, credentials: LOCAL_CREDENTIALS })
    await createTable({ table, client })
    const other = new DynamoDBClient({
      region: 'us-east-1',
      endpoint,
      credentials: LOCAL_CREDENTIALS,
    })
    const documents = DynamoDBDocumentClient.from(other)
    const strange = ['-5', '1e20', '0.5', '1e-100'].map((text) => ({
      object: 'workout_strange',
      prefix: 'workout',
      timestamp: NumberValue.from(text),
    }))
    for (const Item of [
      ...items,
      ...strange,
      { object: '_prefixes', timestamp: 1, name: 'workout' },
    ]) {
      await documents.send(new PutCommand({ TableName: table, Item }))
    }
    other.destroy()
  })
  after(() => client.destroy())

  it('are shown, or said to be damaged, and break no page', async () => {
    const failures: string[] = []
    const reader = new TableReader({
      table,
      client,
      readUnitsPerSecond: Infinity,
      clock: () => NOW,
    })
    const viewer = viewerOf([], {
      auth: false,
      reader,
      onError: (error) => failures.push(String(error)),
    })
    await serving(viewer, async ({ get }) => {
      for (const path of [
        '/?limit=1000',
        '/?q=Deep&in=stories&limit=1000',
        '/?q=duration:%3E1s+lines:%3C5',
        `/newer?since=${NOW - 600_000}`,
        '/objects/workout_foreign?limit=1000',
        '/objects/workout_strange',
        `/events/workout_foreign/${NOW - 60_000}.5/previous`,
        `/traces/${TRACE}?range=7d`,
        '/overview',
        '/cost',
      ]) {
        const { status, body } = await get(path)
        assert.match(String(status), /^(?:200|302)$/, `${path}: ${failures.join()}`)
        assert.doesNotMatch(body, /NaN|Infinity|undefined|<b>/, path)
      }
      for (const [index, item] of items.entries()) {
        const at = `${NOW - 60_000 - index}.5`
        for (const end of ['', '.txt', '.ndjson']) {
          const path = `/events/workout_foreign/${at}${end}`
          const { status, body } = await get(path)
          assert.match(
            String(status),
            /^(?:200|302|404)$/,
            `${path}: ${JSON.stringify(item)}: ${failures.join()}`,
          )
          if (end === '') assert.doesNotMatch(body, /NaN|Infinity|undefined|<b>/, path)
          assert.ok(body.length < 32_000_000, path)
        }
      }
    })
    assert.deepEqual(failures, [])
    const deep = await reader.event('workout_foreign', `${NOW - 60_000 - items.length + 1}.5`)
    assert.equal(deep?.damage, undefined)
    assert.ok((deep?.text ?? '').length > 1_000_000)
    assert.ok((deep?.text ?? '').length < 10_000_000)
  })
})
