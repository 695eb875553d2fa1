import assert from 'node:assert/strict'
import { createHook } from 'node:async_hooks'
import fc from 'fast-check'
import { SignInLimits } from '../../../viewer/auth/sign-in-limits.ts'
import { PASSWORD, signIn, USERS } from '../auth/signing-in.ts'
import { NOW, servingViewer } from '../serve.ts'

const HOUR_MS = 3_600_000

describe('guessing a password', () => {
  it('has to wait after five tries, right or wrong, and longer after each more', async () => {
    let now = NOW
    await servingViewer(
      [],
      async ({ get }) => {
        for (let tries = 0; tries < 5; tries += 1) {
          assert.equal((await signIn(get, { password: `guess ${tries}` })).status, 401)
        }
        const right = await signIn(get, { password: PASSWORD })
        assert.equal(right.status, 429)
        assert.equal(right.headers['retry-after'], '1')
        assert.match(right.body, /Your password was not checked; try again in 1 second\./)
        now += 1000
        assert.equal((await signIn(get, { password: 'guess 6' })).status, 401)
        assert.equal((await signIn(get)).headers['retry-after'], '2')
        now += 2000
        assert.equal((await signIn(get)).status, 303)
      },
      { auth: USERS, clock: () => now },
    )
  })

  it('in many requests at once counts each of them', async () => {
    await servingViewer(
      [],
      async ({ get }) => {
        const tries = Array.from({ length: 24 }, (_, index) =>
          signIn(get, { password: `guess ${index}` }),
        )
        const checked = (await Promise.all(tries)).filter(({ status }) => status === 401)
        assert.ok(checked.length <= 5, `${checked.length} were checked`)
        assert.ok(checked.length > 0)
      },
      { auth: USERS },
    )
  })

  it('is as much work for a name that nobody has', async () => {
    const asked: string[] = []
    const hook = createHook({ init: (_id, type) => void asked.push(type) })
    await servingViewer(
      [],
      async ({ get }) => {
        hook.enable()
        await signIn(get, { name: 'eve' })
        hook.disable()
      },
      { auth: USERS },
    )
    assert.equal(asked.filter((type) => type === 'SCRYPTREQUEST').length, 1)
  })

  it('is not helped by signing in to an account of one’s own between the guesses', () => {
    const limits = new SignInLimits()
    for (let tries = 0; tries < 20; tries += 1) {
      limits.fail(`user ${tries}`, '10.0.0.1', NOW)
      limits.fail('own', '10.0.0.1', NOW)
      limits.succeed('own', '10.0.0.1', NOW)
    }
    assert.ok(limits.waitMs('another', '10.0.0.1', NOW) > 0)
    assert.equal(limits.waitMs('another', '10.0.0.2', NOW), 0)
  })

  it('from many addresses is slowed too', () => {
    const limits = new SignInLimits()
    for (let tries = 0; tries < 200; tries += 1) limits.fail('ada', `10.0.1.${tries}`, NOW)
    assert.equal(limits.waitMs('ada', '10.9.9.9', NOW), 10_000)
  })

  it('keeps no owner out: where they signed in before not at all, elsewhere for seconds', () => {
    const address = fc.integer({ min: 2, max: 250 }).map((last) => `10.0.0.${last}`)
    fc.assert(
      fc.property(fc.array(address, { minLength: 101, maxLength: 500 }), (attackers) => {
        const limits = new SignInLimits()
        limits.fail('ada', '10.0.0.1', NOW)
        limits.succeed('ada', '10.0.0.1', NOW)
        for (const attacker of attackers) limits.fail('ada', attacker, NOW)
        assert.equal(limits.waitMs('ada', '10.0.0.1', NOW), 0)
        assert.ok(limits.waitMs('ada', '10.0.0.251', NOW) <= 10_000)
      }),
    )
  })

  it('is forgotten after an hour, and never waits longer than a quarter of one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (failures) => {
        const limits = new SignInLimits()
        for (let count = 0; count < failures; count += 1) limits.fail('ada', '10.0.0.1', NOW)
        assert.ok(limits.waitMs('ada', '10.0.0.1', NOW) <= HOUR_MS / 4)
        assert.equal(limits.waitMs('ada', '10.0.0.1', NOW + HOUR_MS), 0)
      }),
      { numRuns: 30 },
    )
  })
})
