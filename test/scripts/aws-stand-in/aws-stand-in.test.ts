import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { DeleteTableCommand, waitUntilTableNotExists } from '@aws-sdk/client-dynamodb'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { PutCommandOutput } from '@aws-sdk/lib-dynamodb'
import { createTable } from '../../../engine/table/create-table.ts'
import { embeddedEndpoint } from '../../embedded-dynamo.ts'
import { startAwsStandIn } from '../../../scripts/aws-stand-in/aws-stand-in.ts'
import { Promised } from '../../../scripts/aws-stand-in/promised.ts'
import { eventItem, Testbed } from './testbed.ts'

async function put({ client, table }: Testbed, number: number): Promise<PutCommandOutput> {
  return await client.send(new PutCommand({ TableName: table, Item: eventItem(number) }))
}

describe('the stand-in for AWS', () => {
  it('refuses connections while it is down, and is back on the same port', async () => {
    await using bed = await Testbed.create()
    await put(bed, 1)
    const { endpoint } = bed.aws
    await bed.aws.down()
    const { hostname, port } = new URL(endpoint)
    const [refusal] = await once(connect(Number(port), hostname).unref(), 'close').then(
      () => [],
      (error: unknown) => [error],
    )
    assert.ok(refusal instanceof Error && 'code' in refusal)
    assert.equal(refusal.code, 'ECONNREFUSED')
    await assert.rejects(put(bed, 2), { code: /^ECONN(REFUSED|RESET)$/ })
    assert.equal(await bed.isStored(eventItem(2)), false)
    await bed.aws.up()
    assert.equal(bed.aws.endpoint, endpoint)
    await put(bed, 2)
    assert.equal(await bed.isStored(eventItem(2)), true)
  })

  it('ends what is under way when it stops: silent and delayed requests fail', async () => {
    const bed = await Testbed.create()
    const isDelayed = new Promised<void>()
    const isSilent = new Promised<void>()
    bed.aws.faults.delayMs = 3_600_000
    bed.aws.faults.delay = ({ writes }) => {
      const isFirst = JSON.stringify(writes).includes('workout_1')
      if (isFirst) isDelayed.give()
      return isFirst
    }
    bed.aws.faults.blackHole = () => {
      isSilent.give()
      return true
    }
    const delayed = assert.rejects(put(bed, 1), { code: 'ECONNRESET' })
    const silent = assert.rejects(put(bed, 2), { code: 'ECONNRESET' })
    await Promise.all([isDelayed.value, isSilent.value])
    await bed[Symbol.asyncDispose]()
    await Promise.all([delayed, silent])
  })

  it('does not pass on a request that a client breaks off', async () => {
    await using bed = await Testbed.create()
    const { hostname, port } = new URL(bed.aws.endpoint)
    const socket = connect(Number(port), hostname)
    await once(socket, 'connect')
    socket.write(
      'POST / HTTP/1.1\r\nhost: x\r\nx-amz-target: DynamoDB_20120810.PutItem\r\ncontent-length: 100\r\n\r\n{',
      () => socket.destroy(),
    )
    await once(socket, 'close')
    await put(bed, 1)
    assert.deepEqual([...bed.aws.counts.requests], [['PutItem', 1]])
  })

  it('tells its own failure from those of AWS', async () => {
    await using gone = await startAwsStandIn({ endpoint: await embeddedEndpoint() })
    await gone.stop()
    await using bed = await Testbed.create()
    await using before = await startAwsStandIn({ endpoint: gone.endpoint })
    const response = await fetch(before.endpoint, {
      method: 'POST',
      body: JSON.stringify({ TableName: bed.table }),
      headers: { 'x-amz-target': 'DynamoDB_20120810.DescribeTable' },
    })
    assert.equal(response.status, 502)
    assert.match(await response.text(), /StandInFailure.*ECONNREFUSED/)
  })

  it('forgets what a deleted table held', async () => {
    await using bed = await Testbed.create()
    const { table, client } = bed
    await put(bed, 1)
    await client.send(new DeleteTableCommand({ TableName: table }))
    await waitUntilTableNotExists({ client, maxWaitTime: 20, minDelay: 1 }, { TableName: table })
    await createTable({ table, region: 'us-east-1', endpoint: bed.aws.endpoint })
    await put(bed, 1)
    assert.equal(bed.aws.counts.writeUnits(table, 'feed'), 2)
  })

  it('has a seed of its own where none is given', async () => {
    const endpoint = await embeddedEndpoint()
    await using one = await startAwsStandIn({ endpoint })
    await using other = await startAwsStandIn({ endpoint })
    assert.notEqual(one.seed, other.seed)
  })
})
