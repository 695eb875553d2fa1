import assert from 'node:assert/strict'
import { PutCommand, NumberValue } from '@aws-sdk/lib-dynamodb'
import { documentClient } from '../../../engine/table/client.ts'
import { TableReader } from '../../../engine/table/table-reader.ts'
import { tableForTest } from './table-for-test.ts'

const NOW = 1_732_184_700_000
const EXPIRED = Math.floor(NOW / 1000) - 5

describe('the event of an object before or after another', () => {
  let reader: TableReader

  before(async () => {
    const location = await tableForTest()
    reader = new TableReader({ ...location, clock: () => NOW })
    const client = await documentClient(location)
    const put = async (object: string, timestamp: string, expires?: number, message = 'x') =>
      await client.send(
        new PutCommand({
          TableName: location.table,
          Item: { object, timestamp: NumberValue.from(timestamp), message, expires },
        }),
      )
    await put('user_1', '1000.1')
    await put('user_1', '1000.2000000000000000000000001')
    await put('user_1', '1000.2000000000000000000000002')
    for (let gone = 0; gone < 40; gone += 1) await put('user_1', `${2000 + gone}`, EXPIRED)
    await put('user_1', '3000')
    await put('user_2', '2500')
    await put('user_3', '1')
    const long = 'x'.repeat(8_000)
    for (let gone = 0; gone < 80; gone += 1) await put('user_3', `${2000 + gone}`, EXPIRED, long)
    await put('user_3', '3000')
  })

  for (const [timestamp, direction, expected] of [
    ['1000.1', 'next', '1000.2000000000000000000000001'],
    ['1000.2000000000000000000000001', 'next', '1000.2000000000000000000000002'],
    ['1000.2000000000000000000000002', 'previous', '1000.2000000000000000000000001'],
    ['1000.2000000000000000000000002', 'next', '3000'],
    ['3000', 'previous', '1000.2000000000000000000000002'],
    ['3000', 'next', undefined],
    ['1000.1', 'previous', undefined],
    ['2500', 'next', '3000'],
  ] as const) {
    it(`is ${expected ?? 'none'}, ${direction} to ${timestamp}`, async () => {
      const { neighbour, readUnits } = await reader.neighbour('user_1', timestamp, direction)
      assert.equal(neighbour, expected)
      assert.ok(expected === undefined || readUnits > 0)
    })
  }

  for (const [begin, direction, end] of [
    ['3000', 'previous', '1'],
    ['1', 'next', '3000'],
  ] as const) {
    it(`is looked for within read units, ${direction} among many that have expired`, async () => {
      let at: string = begin
      let found: string | undefined
      for (let look = 0; found === undefined; look += 1) {
        const { neighbour, readUnits, searchedTo } = await reader.neighbour('user_3', at, direction)
        assert.ok(readUnits < 60, String(readUnits))
        assert.ok(look < 10)
        assert.notEqual(searchedTo, neighbour)
        found = neighbour
        at = searchedTo ?? at
      }
      assert.equal(found, end)
      assert.notEqual(at, begin)
    })
  }

  it('refuses what is no key', async () => {
    await assert.rejects(reader.neighbour('nonsense', '5', 'next'), { code: 'key-invalid' })
  })
})
