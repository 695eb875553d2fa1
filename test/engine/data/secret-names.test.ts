import assert from 'node:assert/strict'
import { SecretNames } from '../../../engine/data/secret-names.ts'

const obvious = new SecretNames([], { keep: [], defaults: true })

describe('the names of secrets', () => {
  const secret = [
    'password',
    'PASSWORD',
    'Password',
    'userPassword',
    'password_hash',
    'passwd',
    'pwd',
    'db_pwd',
    'secret',
    'clientSecret',
    'AWS_SECRET_ACCESS_KEY',
    'accessKeyId',
    'passphrase',
    'pass',
    'token',
    'access_token',
    'refreshToken',
    'X-CSRF-Token',
    'jwt',
    'apiKey',
    'api_key',
    'X-API-Key',
    'authorization',
    'Proxy-Authorization',
    'cookie',
    'Set-Cookie',
    'cookies',
    'sessionId',
    'privateKey',
    'private-key',
    'creditCard',
    'credit_card_number',
    'cardNumber',
    'cvv',
    'CVC2',
    'ssn',
    'credentials',
    'connectionString',
    'otp',
  ]
  for (const name of secret) {
    it(`include ${name}`, () => assert.equal(obvious.hides(name), true))
  }

  const open = [
    'id',
    'name',
    'user',
    'author',
    'authorName',
    'tokens',
    'maxTokens',
    'tokenizer',
    'passing',
    'compass',
    'cookieConsent',
    'key',
    'keyboard',
    'card',
    'cardio',
    'session',
    'private',
    '',
    '__',
  ]
  for (const name of open) {
    it(`leave ${JSON.stringify(name)} open`, () => assert.equal(obvious.hides(name), false))
  }

  it('are compared without case, _ and -, where an application adds its own', () => {
    const names = new SecretNames(['home-address', /^iban/], { keep: [], defaults: true })
    assert.deepEqual(
      ['homeAddress', 'HOME_ADDRESS', 'homeAddresses', 'iban2', 'anIban', 'token'].map((name) =>
        names.hides(name),
      ),
      [true, true, false, true, false, true],
    )
  })

  it('are not those that an application keeps, unless it hides them itself', () => {
    const names = new SecretNames(['csrfToken'], {
      keep: ['next_token', 'csrfToken'],
      defaults: true,
    })
    assert.deepEqual(
      ['nextToken', 'nextTokens', 'myNextToken', 'csrfToken'].map((name) => names.hides(name)),
      [false, false, true, true],
    )
  })

  it('are the own ones alone without the defaults', () => {
    const names = new SecretNames(['iban'], { keep: [], defaults: false })
    assert.deepEqual([names.hides('iban'), names.hides('password')], [true, false])
  })

  it('are told the same the second time, also by a pattern with state', () => {
    const names = new SecretNames([/iban/gy], { keep: [], defaults: false })
    assert.deepEqual(
      ['iban', 'iban', 'ibanOne', 'ibanTwo'].map((name) => names.hides(name)),
      [true, true, true, true],
    )
  })

  it('may be any number of names, and of any length', () => {
    for (let count = 0; count < 5000; count += 1)
      assert.equal(obvious.hides(`field${count}`), false)
    assert.equal(obvious.hides(`${'x'.repeat(100_000)}Password`), true)
    assert.equal(obvious.hides('password'), true)
  })
})
