import assert from 'node:assert/strict'
import { createHook } from 'node:async_hooks'
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

  it('checks one after another, since each takes much memory', async () => {
    const begun: string[] = []
    const hook = createHook({ init: (_id, type) => void begun.push(type) }).enable()
    const checks = new PasswordChecks()
    const all = ['a', 'b', 'c', 'd'].map((address) => checks.check(PASSWORD, hash, address))
    await all[0]
    const together = begun.filter((type) => type === 'SCRYPTREQUEST').length
    hook.disable()
    await Promise.all(all)
    assert.ok(together <= 2, `${together} were begun before the first ended`)
  })

  it('goes on after one that fails', async () => {
    const checks = new PasswordChecks()
    const impossible = { ...hash, cost: { ...hash.cost, ln: 0 } }
    const [failed, next] = [impossible, hash].map((each) => checks.check(PASSWORD, each, 'a'))
    await assert.rejects(async () => await failed)
    assert.equal(await next, true)
  })
})
