import assert from 'node:assert/strict'
import { TableReader } from 'stacktale/table'
import type { EventSummary } from '../../../../engine/event.ts'
import { buy } from '../../../../scripts/demo/widgets/buyers.ts'
import { Shop } from '../../../../scripts/demo/widgets/shop.ts'
import { SeededRandom } from '../../../../scripts/demo/workouts/seeded-random.ts'
import type { TestTable } from '../../../engine/table/table-for-test.ts'
import { tableForTest } from '../../../engine/table/table-for-test.ts'

const PURCHASES = 25

describe('the shop of the demo', () => {
  let location: TestTable
  const before_ = { ...process.env }

  before(async () => {
    location = await tableForTest()
    Object.assign(process.env, {
      STACKTALE_TABLE: location.table,
      AWS_REGION: location.region,
      AWS_ENDPOINT_URL_DYNAMODB: location.endpoint,
    })
  })

  after(() => {
    for (const name of ['STACKTALE_TABLE', 'AWS_REGION', 'AWS_ENDPOINT_URL_DYNAMODB']) {
      const value = before_[name]
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  })

  it('tells each purchase in one trace, through three processes, and leaves nothing unsent', async function () {
    this.timeout(180_000)
    const shop = await Shop.open({ seed: 3, buyEveryMs: 0 })
    const random = new SeededRandom(5)
    const statuses: number[] = []
    for (let count = 0; count < PURCHASES; count += 1) {
      statuses.push(await buy(shop.purchasing, random))
    }
    const { unsent, stored } = await shop.stop()
    assert.equal(unsent, 0)
    const { events } = await new TableReader(location).feed({ limit: 1000 })
    assert.equal(events.length, stored)
    const traces = new Map<string | undefined, EventSummary[]>()
    for (const event of events) {
      traces.set(event.trace, [...(traces.get(event.trace) ?? []), event])
    }
    assert.equal(traces.size, PURCHASES)
    for (const trace of traces.values()) {
      const services = trace
        .map(({ service = '' }) => service)
        .toSorted((a, b) => a.localeCompare(b))
      assert.ok(
        ['inventory,ordering,purchasing', 'inventory,purchasing'].includes(services.join(',')),
        services.join(','),
      )
    }
    assert.ok(statuses.includes(201))
  })
})
