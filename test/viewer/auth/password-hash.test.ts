import assert from 'node:assert/strict'
import { hashPassword } from '../../../viewer/index.ts'
import {
  DEFAULT_COST,
  isPassword,
  parsePasswordHash,
  unmatchableHash,
} from '../../../viewer/auth/password-hash.ts'
import { HASH } from './signing-in.ts'

describe('the hash of a password', () => {
  it('is another each time, and matches that password however its letters are composed', async () => {
    const [first, second] = [await hashPassword('caf\u00e9'), await hashPassword('caf\u00e9')]
    assert.notEqual(first.split('$')[4], second.split('$')[4])
    assert.equal(await isPassword('cafe\u0301', parsePasswordHash(first, 'it')), true)
    assert.equal(await isPassword('cafe', parsePasswordHash(first, 'it')), false)
  })

  it('of nobody takes as long to check as the costliest there is', () => {
    const usual = parsePasswordHash(HASH, 'it')
    const costly = { ...usual, cost: { ...usual.cost, ln: 18 } }
    assert.deepEqual(unmatchableHash([]).cost, DEFAULT_COST)
    assert.deepEqual(unmatchableHash([usual, costly, usual]).cost, costly.cost)
  })
})
