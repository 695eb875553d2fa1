import assert from 'node:assert/strict'
import { PasswordChecks, TooManyChecks } from '../../../viewer/auth/password-checks.ts'
import { parsePasswordHash } from '../../../viewer/auth/password-hash.ts'
import { HASH, PASSWORD } from './signing-in.ts'

const hash = parsePasswordHash(HASH, 'it')

/** How many of these checks were refused for want of room; the others must be right. */
async function refused(checks: PasswordChecks, addresses: readonly string[]): Promise<number> {
  const outcomes = await Promise.allSettled(
    addresses.map(async (address) => await checks.check(PASSWORD, hash, address)),
  )
  const failed = outcomes.filter((outcome) => outcome.status === 'rejected')
  assert.ok(failed.every(({ reason }) => reason instanceof TooManyChecks))
  assert.ok(outcomes.every((outcome) => outcome.status === 'rejected' || outcome.value))
  return failed.length
}

describe('PasswordChecks', () => {
  it('lets few wait, and two of an address, and has room again after them', async () => {
    const checks = new PasswordChecks()
    assert.equal(await refused(checks, ['a', 'a', 'a', 'b', 'a']), 2)
    const many = Array.from({ length: 40 }, (_, index) => `${index}`)
    assert.equal(await refused(checks, many), 24)
    assert.equal(await refused(checks, ['a']), 0)
  })
})
