import assert from 'node:assert/strict'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { embeddedEndpoint } from '../../embedded-dynamo.ts'
import { Backend } from '../../../scripts/aws-stand-in/backend.ts'
import { Counts } from '../../../scripts/aws-stand-in/counts.ts'
import { expire } from '../../../scripts/aws-stand-in/expire.ts'
import { Meter } from '../../../scripts/aws-stand-in/meter.ts'
import type { Service } from '../../../scripts/aws-stand-in/service.ts'
import { StoredItems } from '../../../scripts/aws-stand-in/stored-items.ts'
import { TableShapes } from '../../../scripts/aws-stand-in/table-shapes.ts'
import { eventItem, Testbed } from './testbed.ts'

const NOW = 1_760_000_000
const YEAR = 365 * 24 * 60 * 60

describe('expiry', () => {
  it('deletes what is past, of any number of pages, at no cost', async () => {
    await using bed = await Testbed.create()
    const expiries = [NOW - 1, NOW, NOW + 1, NOW - 6 * YEAR, undefined, NOW - YEAR]
    for (const [number, expires] of expiries.entries()) {
      const Item = {
        ...eventItem(number, 300_000),
        ...(expires !== undefined && { expires }),
      }
      await bed.client.send(new PutCommand({ TableName: bed.table, Item }))
    }
    const before = bed.aws.counts.writeUnits(bed.table)
    assert.equal(await bed.aws.expireNow(bed.table, NOW), 2)
    const stored = expiries.map(async (_, number) => await bed.isStored(eventItem(number)))
    assert.deepEqual(await Promise.all(stored), [false, true, true, true, true, false])
    assert.equal(bed.aws.counts.writeUnits(bed.table), before)
    assert.equal(await bed.aws.expireNow(bed.table, NOW), 0)
  })

  it('leaves an item that is put again, to stay, just before it would be deleted', async () => {
    await using bed = await Testbed.create()
    const put = async (expires: number): Promise<void> => {
      const Item = { ...eventItem(1), expires }
      await bed.client.send(new PutCommand({ TableName: bed.table, Item }))
    }
    await put(NOW - 1)
    const backend = new Backend(await embeddedEndpoint())
    const send: Service['backend']['send'] = async (operation, ...rest) => {
      if (operation === 'DeleteItem') await put(NOW + 1)
      return await backend.send(operation, ...rest)
    }
    assert.equal(await expire(serviceOf(backend, send), bed.table, NOW), 0)
    assert.equal(await bed.isStored(eventItem(1)), true)
    backend.close()
  })

  it('fails where there is no such table', async () => {
    await using bed = await Testbed.create()
    await assert.rejects(bed.aws.expireNow('no-such-table', NOW), /no table "no-such-table"/)
  })
})

function serviceOf(backend: Backend, send: Service['backend']['send']): Service {
  const clock = (): number => 0
  const counts = new Counts(clock)
  return {
    backend: { send },
    shapes: new TableShapes(backend),
    stored: new StoredItems(),
    meter: new Meter({ units: {}, burstSeconds: 0, credit: 'full', clock }, counts),
    counts,
  }
}
