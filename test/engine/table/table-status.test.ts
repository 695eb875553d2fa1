import assert from 'node:assert/strict'
import { createTable } from '../../../engine/table/create-table.ts'
import { tableStatus } from '../../../engine/table/table-status.ts'
import { uniqueTable } from '../../embedded-dynamo.ts'
import { withRecordingAws } from './recording-aws.ts'
import { tableForTest } from './table-for-test.ts'

describe('the status of a table', () => {
  it('is what AWS reports', async () => {
    const location = await tableForTest()
    const status = await tableStatus(location)
    assert.equal(status?.state, 'ACTIVE')
    assert.equal(status.billing, 'provisioned')
    assert.deepEqual(status.keys, ['object', 'timestamp'])
    assert.deepEqual(status.units, { read: 12, write: 13 })
    assert.deepEqual(status.feed?.units, { read: 13, write: 12 })
  })

  it('has no units where it is paid for by the request', async () => {
    const location = { ...(await tableForTest()), table: uniqueTable() }
    await createTable({ ...location, billing: 'on-demand' })
    const status = await tableStatus(location)
    assert.equal(status?.billing, 'on-demand')
    assert.equal(status.units, undefined)
    assert.equal(status.feed?.units, undefined)
  })

  it('is nothing where there is no table', async () => {
    const location = await tableForTest()
    assert.equal(await tableStatus({ ...location, table: uniqueTable() }), undefined)
  })

  for (const [expiry, status, attribute] of [
    ['enabled', 'ENABLED', 'expires'],
    ['enabled', 'ENABLING', 'expires'],
    ['disabled', 'ENABLED', 'another'],
    ['disabled', 'DISABLED', undefined],
  ] as const) {
    it(`has its expiry ${expiry} where AWS says ${status} by ${attribute ?? 'nothing'}`, async () => {
      const found = await withRecordingAws(
        ({ operation }) => ({
          status: 200,
          body:
            operation === 'DescribeTable'
              ? { Table: { TableStatus: 'ACTIVE' } }
              : { TimeToLiveDescription: { TimeToLiveStatus: status, AttributeName: attribute } },
        }),
        async (endpoint) => await tableStatus({ table: 'any', region: 'us-east-1', endpoint }),
      )
      assert.equal(found?.expiry, expiry)
    })
  }
})
