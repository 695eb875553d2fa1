import assert from 'node:assert/strict'
import { DeleteTableCommand, waitUntilTableNotExists } from '@aws-sdk/client-dynamodb'
import { createTable, TableReader } from 'stacktale/table'
import { Testbed } from '../../../scripts/aws-stand-in/testbed.ts'
import type { TestTable } from '../../table/table-for-test.ts'
import { OnDemand } from './on-demand.ts'
import { storedTitles, texts } from './stored-events.ts'

const EVENTS = 100

interface Outage {
  readonly name: string
  /** What commits are rejected with meanwhile. */
  readonly code: string
  readonly begin: (bed: Testbed) => Promise<void>
  readonly end: (bed: Testbed) => Promise<void>
}

function locationOf({ table, aws }: Testbed): TestTable {
  return { table, region: 'us-east-1', endpoint: aws.endpoint }
}

const OUTAGES: readonly Outage[] = [
  {
    name: 'the endpoint is gone',
    code: 'endpoint-unreachable',
    begin: async ({ aws }) => await aws.down(),
    end: async ({ aws }) => await aws.up(),
  },
  {
    name: 'the service fails',
    code: 'service-failed',
    begin: async ({ aws }) => {
      aws.faults.internalError = 1
    },
    end: async ({ aws }) => aws.faults.clear(),
  },
  {
    name: 'the credentials have expired',
    code: 'credentials-rejected',
    begin: async ({ aws }) => {
      aws.faults.expiredCredentials = 1
    },
    end: async ({ aws }) => aws.faults.clear(),
  },
  {
    name: 'the table is deleted',
    code: 'table-missing',
    begin: async ({ client, table }) => {
      await client.send(new DeleteTableCommand({ TableName: table }))
      const patience = { client, maxWaitTime: 20, minDelay: 1 }
      await waitUntilTableNotExists(patience, { TableName: table })
    },
    end: async (bed) => {
      await createTable(locationOf(bed))
    },
  },
]

describe('an outage', function () {
  this.timeout(180_000)

  for (const { name, code, begin, end } of OUTAGES) {
    for (const worker of [true, false]) {
      const where = worker ? 'from the worker' : "from the application's own thread"

      it(`in which ${name} loses nothing, and ends by itself, ${where}`, async () => {
        await using bed = await Testbed.create()
        const location = locationOf(bed)
        await using program = await OnDemand.start({ location })
        await program.configure({ worker })
        assert.deepEqual(await program.commit(['Before']), ['stored'])
        await begin(bed)
        const during = await program.commit(texts(EVENTS))
        assert.deepEqual(new Set(during), new Set([code]))
        assert.equal((await program.ledger()).inFlight, EVENTS)
        assert.ok(program.failures.some((failure) => failure.code === code))
        await end(bed)
        const { inFlight, dropped } = await program.untilStored(1 + EVENTS)
        assert.deepEqual([inFlight, dropped], [0, 0])
        assert.deepEqual(await program.commit(['After']), ['stored'])
        const stored = await storedTitles(location, 'demand_1')
        const wasDeleted = code === 'table-missing'
        const before = wasDeleted ? [] : ['Before']
        assert.deepEqual(stored, ['After', ...before, ...texts(EVENTS)].toSorted())
        assert.deepEqual((await new TableReader(location).prefixes()).names, ['demand'])
        assert.deepEqual(program.unbalanced, [])
      })
    }
  }

  it('is over for a commit that is made when it is over, while others wait', async () => {
    await using bed = await Testbed.create()
    const location = locationOf(bed)
    await using program = await OnDemand.start({ location })
    await bed.aws.down()
    assert.deepEqual(await program.commit(['During']), ['endpoint-unreachable'])
    await bed.aws.up()
    assert.deepEqual(await program.commit(['After']), ['stored'])
    await program.untilStored(2)
    assert.deepEqual(await storedTitles(location, 'demand_1'), ['After', 'During'])
  })

  it('of a moment is not told to those who commit', async () => {
    await using bed = await Testbed.create()
    const location = locationOf(bed)
    await using program = await OnDemand.start({ location })
    let failuresLeft = 3
    bed.aws.faults.internalError = () => {
      failuresLeft -= 1
      return failuresLeft >= 0
    }
    const outcomes = await program.commit(texts(EVENTS))
    assert.deepEqual(new Set(outcomes), new Set(['stored']))
    assert.ok(failuresLeft < 0)
    assert.deepEqual(program.failures, [])
  })
})
