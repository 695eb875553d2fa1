import assert from 'node:assert/strict'
import type { Crowd } from '../../../../scripts/bench/viewer/crowd.ts'
import { crowds } from '../../../../scripts/bench/viewer/crowd.ts'
import { tableForTest } from '../../../engine/table/table-for-test.ts'

async function crowdOf(connections: number, path: string): Promise<Crowd> {
  const { table, region, endpoint } = await tableForTest()
  const before = process.env['AWS_REGION']
  process.env['AWS_REGION'] = region
  try {
    const [crowd] = await crowds({
      table,
      endpoint,
      pages: { list: [path] },
      bound: { amount: 2 * connections },
      warmUp: { amount: connections },
      connections,
    })
    assert.ok(crowd)
    return crowd
  } finally {
    if (before === undefined) delete process.env['AWS_REGION']
    else process.env['AWS_REGION'] = before
  }
}

describe('a crowd of readers', () => {
  it('is served, all 50 of them', async () => {
    const { errors, p99Ms } = await crowdOf(50, '/')
    assert.equal(errors, 0)
    assert.ok(p99Ms > 0)
  })

  it('is told of by its errors where there is no such page', async () => {
    assert.ok((await crowdOf(2, '/nowhere')).errors > 0)
  })
})
