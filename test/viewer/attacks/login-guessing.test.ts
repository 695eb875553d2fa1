import assert from 'node:assert/strict'
import { createHook } from 'node:async_hooks'
import fc from 'fast-check'
import { parsePasswordHash } from '../../../viewer/auth/password-hash.ts'
import { SignInAttempts } from '../../../viewer/auth/sign-in-attempts.ts'
import { SignInLimits } from '../../../viewer/auth/sign-in-limits.ts'
import { Throttle } from '../../../viewer/auth/throttle.ts'
import { HASH, PASSWORD, signIn, USERS } from '../auth/signing-in.ts'
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

  it('from many addresses is slowed too, also once the owner has signed in', () => {
    const limits = new SignInLimits()
    for (let tries = 0; tries < 200; tries += 1) limits.fail('ada', `10.0.1.${tries}`, NOW)
    assert.equal(limits.waitMs('ada', '10.9.9.9', NOW), 10_000)
    limits.fail('ada', '10.0.0.1', NOW)
    limits.succeed('ada', '10.0.0.1', NOW)
    assert.equal(limits.waitMs('ada', '10.9.9.9', NOW), 10_000)
  })

  it('is not what those do who sign in often, or together from one address', () => {
    const limits = new SignInLimits()
    for (let times = 0; times < 300; times += 1) {
      assert.equal(limits.waitMs(`user ${times % 30}`, '10.0.0.1', NOW), 0)
      limits.fail(`user ${times % 30}`, '10.0.0.1', NOW)
      limits.succeed(`user ${times % 30}`, '10.0.0.1', NOW)
    }
  })

  it('is not counted where nothing was checked', async () => {
    const hash = parsePasswordHash(HASH, 'it')
    const ada = { name: 'ada', hash, prefixes: '*' } as const
    const attempts = new SignInAttempts(new Map([['ada', ada]]), () => NOW)
    const guess = { name: 'ada', password: 'guess', address: '10.0.0.1' }
    const kinds = async (times: number): Promise<readonly string[]> => {
      const outcomes = Array.from({ length: times }, async () => await attempts.try(guess))
      return (await Promise.all(outcomes)).map(({ kind }) => kind)
    }
    assert.deepEqual(await kinds(3), ['refused', 'refused', 'wait'])
    assert.deepEqual(await kinds(3), ['refused', 'refused', 'wait'])
    assert.deepEqual(await kinds(1), ['refused'])
    assert.deepEqual(await kinds(1), ['wait'])
  })

  it('takes bounded memory: of so many keys, those that failed last are known', () => {
    const bounds = { free: 1, firstMs: 1000, mostMs: 1000, forgetMs: HOUR_MS }
    const throttle = new Throttle(bounds)
    for (let key = 0; key <= 10_000; key += 1) throttle.fail(String(key), NOW)
    assert.equal(throttle.waitMs('0', NOW), 0)
    assert.equal(throttle.waitMs('1', NOW), 1000)
    const limits = new SignInLimits()
    for (let user = 0; user <= 10_000; user += 1) limits.succeed(String(user), '10.0.0.1', NOW)
    for (let tries = 0; tries < 200; tries += 1) {
      for (const user of ['0', '1']) limits.fail(user, `10.0.1.${tries}`, NOW)
    }
    assert.equal(limits.waitMs('0', '10.0.0.1', NOW), 10_000)
    assert.equal(limits.waitMs('1', '10.0.0.1', NOW), 0)
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
        limits.fail('ada', '10.0.0.1', NOW + HOUR_MS)
        assert.equal(limits.waitMs('ada', '10.0.0.1', NOW + HOUR_MS), 0)
      }),
      { numRuns: 30 },
    )
  })
})
