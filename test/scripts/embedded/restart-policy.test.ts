import assert from 'node:assert/strict'
import { RestartPolicy } from '../../../scripts/embedded/restart-policy.ts'

describe('restart policy', () => {
  it('waits longer after each death in a row, but never long', () => {
    const policy = new RestartPolicy({ deaths: 9, withinMs: 30_000 })
    const delays = Array.from({ length: 9 }, (_, index) => policy.delayAfterDeath(index))
    assert.deepEqual(delays, [50, 100, 200, 400, 800, 1600, 2000, 2000, 2000])
  })

  it('gives up after more deaths than the limit within the window', () => {
    const policy = new RestartPolicy({ deaths: 2, withinMs: 1000 })
    assert.equal(policy.delayAfterDeath(0), 50)
    assert.equal(policy.delayAfterDeath(10), 100)
    assert.equal(policy.delayAfterDeath(20), undefined)
  })

  it('forgets deaths that are past the window', () => {
    const policy = new RestartPolicy({ deaths: 1, withinMs: 1000 })
    assert.equal(policy.delayAfterDeath(0), 50)
    assert.equal(policy.delayAfterDeath(1000), 50)
  })
})
