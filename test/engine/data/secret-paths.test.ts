import assert from 'node:assert/strict'
import fc from 'fast-check'
import { SecretPaths } from '../../../engine/data/secret-paths.ts'

describe('a path to a secret', () => {
  const cases: readonly (readonly [path: string, trail: string, leads: boolean])[] = [
    ['user.password', 'user.password', true],
    ['user.password', 'user', false],
    ['user.password', 'user.password.hash', false],
    ['user.password', 'old.user.password', false],
    ['user.home_address', 'User.homeAddress', true],
    ['items.*.token', 'items.0.token', true],
    ['items.*.token', 'items.token', false],
    ['items.*.token', 'items.0.1.token', false],
    ['*', 'a', true],
    ['*', 'a.b', false],
    ['**.iban', 'iban', true],
    ['**.iban', 'a.b.iban', true],
    ['**.iban', 'a.iban.b', false],
    ['user.**', 'user.a.b', true],
    ['user.**', 'other', false],
    ['a.**.b.*.c', 'a.x.b.b.y.c', true],
    ['a.**.b.*.c', 'a.x.b.y.z.c', false],
    ['**.**', 'a', true],
  ]
  for (const [path, trail, leads] of cases) {
    it(`${path} ${leads ? 'leads' : 'does not lead'} to ${trail}`, () => {
      assert.equal(new SecretPaths([path]).hides(trail.split('.')), leads)
    })
  }

  it('leads where a regular expression of the same meaning does', () => {
    const steps = fc.array(fc.constantFrom('a', 'b', '*', '**'), { minLength: 1, maxLength: 6 })
    const trails = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(steps, trails, (path, trail) => {
        const spelt = path.map((step) =>
          step === '**' ? '(\\w,)*' : step === '*' ? '\\w,' : `${step},`,
        )
        const leads = new RegExp(`^${spelt.join('')}$`).test(
          trail.map((step) => `${step},`).join(''),
        )
        assert.equal(new SecretPaths([path.join('.')]).hides(trail), leads)
      }),
      { numRuns: 2000 },
    )
  })

  it('is one of many, or none', () => {
    assert.equal(new SecretPaths(['a', 'b']).hides(['b']), true)
    assert.equal(new SecretPaths([]).hides(['b']), false)
  })
})
