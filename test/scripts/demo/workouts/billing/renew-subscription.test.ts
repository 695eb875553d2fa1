import assert from 'node:assert/strict'
import { BillingLogger } from '../../../../../scripts/demo/workouts/billing/billing-logger.ts'
import { renewSubscription } from '../../../../../scripts/demo/workouts/billing/renew-subscription.ts'
import type { FailureRate } from '../../../../../scripts/demo/workouts/lookups/surroundings.ts'
import { toldBy, userNumbered } from '../told-by.ts'
import type { ToldEvent } from '../told-by.ts'

async function renewal(seed: number, failureRate?: FailureRate): Promise<ToldEvent> {
  return await toldBy(
    seed,
    async (studio) => {
      const log = new BillingLogger(userNumbered(42))
      await renewSubscription(studio, userNumbered(42), log)
      return log
    },
    failureRate,
  )
}

describe('renewSubscription', () => {
  it('takes 3 to 12 lines and ends in a renewal, a refusal or an error', async () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const { lines } = await renewal(seed)
      assert.ok(lines.length >= 3 && lines.length <= 12)
      assert.match(
        lines.at(-1)?.text ?? '',
        /^(Renewed for a month|Asking Maya for another card|The Plus plan could not be renewed)/,
      )
    }
  })

  it('fails with a cause when the card processor does', async () => {
    const { lines, level } = await renewal(1, () => 1)
    assert.equal(level, 'error')
    assert.equal(lines.at(-1)?.error?.cause?.code, 'ETIMEDOUT')
  })
})
