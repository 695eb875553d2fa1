import assert from 'node:assert/strict'
import fc from 'fast-check'
import { hideAssigned } from '../../../engine/data/hide-assigned.ts'
import { Redaction } from '../../../engine/data/redaction.ts'
import { ASSIGNED, secretSigns } from '../../../engine/data/secret-signs.ts'
import { hideSecretValues } from '../../../engine/data/secret-values.ts'

const redaction = new Redaction()
const basic = Buffer.from('ada:lovelace').toString('base64')
/** Put together here, so that scanners of repositories do not take the samples for leaks. */
const samples = {
  jwt: ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiI0MiJ9', 'c2ln-bmF0_dXJl'].join('.'),
  awsKeyId: ['AKIA', 'IOSFODNN7EXAMPLE'].join(''),
  awsSecret: ['wJalrXUtnFEMI/K7MDENG', 'bPxRfiCYEXAMPLEKEY'].join('/'),
  github: ['ghp', '0123456789abcdefghijABCDEFGHIJ012345'].join('_'),
  slack: ['xoxb', '123456789012', 'abcdefghijkl'].join('-'),
  stripe: ['sk', 'live', '0123456789abcdefghij'].join('_'),
  google: ['AIza', 'SyA0123456789abcdefghijklmnopqrstuv'].join(''),
  pem: [
    '-----BEGIN RSA PRIVATE',
    ' KEY-----\nMIIEpAIBAAKCAQEA7\nabc\n-----END RSA PRIVATE',
    ' KEY-----',
  ].join(''),
}

describe('a text', () => {
  const hidden: readonly (readonly [text: string, shown: string])[] = [
    [`got ${samples.jwt}.`, 'got [redacted]'],
    ['Authorization: Bearer abcDEF123456', 'Authorization: Bearer [redacted]'],
    ['bearer  opaquesecret!', 'bearer  [redacted]!'],
    ['BEARER token-0815', 'BEARER [redacted]'],
    [`Basic ${basic} sent`, 'Basic [redacted] sent'],
    [samples.awsKeyId, '[redacted]'],
    [`key ${samples.awsSecret}`, 'key [redacted]'],
    [`${samples.github},${samples.stripe}`, '[redacted],[redacted]'],
    [`${samples.slack} ${samples.google}`, '[redacted] [redacted]'],
    [samples.pem, samples.pem.replace(/(?<=KEY-----)[^]*(?=-----END)/, '[redacted]')],
    ['postgres://ada:love@lace@db:5432/w', 'postgres://ada:[redacted]@db:5432/w'],
    ['redis://:pw@host', 'redis://:[redacted]@host'],
    ['Visa 4111111111111111', 'Visa [redacted]'],
    ['5500-0055-5555-5559', '[redacted]'],
    ['3714 496353 98431', '[redacted]'],
    ['password="token=abc" x', 'password="[redacted]" x'],
    ['?a=1&password=hunter2&b=2', '?a=1&password=[redacted]&b=2'],
    [
      'password = no, secret=\'a b\' pwd="c d" token="open',
      'password = no, secret=\'[redacted]\' pwd="[redacted]" token="[redacted]',
    ],
    ['a="b token=c"', 'a="b token=[redacted]"'],
    [
      '{"user":"ada","password":"a\\"b","cvv": 123,"n":1}',
      '{"user":"ada","password":"[redacted]","cvv": [redacted],"n":1}',
    ],
    [
      'GET / HTTP/1.1\r\nCookie: sesame street\r\nHost: x\r\n',
      'GET / HTTP/1.1\r\nCookie: [redacted]\r\nHost: x\r\n',
    ],
  ]
  for (const [text, shown] of hidden) {
    it(`loses its secrets: ${JSON.stringify(text)}`, () =>
      assert.equal(redaction.text(text, 'text'), shown))
  }

  const open = [
    'Basic exercises first',
    'basic authentication is off',
    'Bearer authentication failed.',
    '123e4567-e89b-12d3-a456-426614174000',
    '2026-07-30T12:00:00.000Z',
    '1753870000000.1234567890123',
    '4111111111111112',
    '1234567890123456',
    'da39a3ee5e6b4b0d3255bfef95601890afd80709',
    'at generate (file:///home/ada/app/engine/generateWorkout.js:10:15)',
    'https://localhost:8000/a?b=c@d',
    '/home/ada/projects/workouts/generateLeg1',
    'no password: here\r\nnor there',
    'Password: too short',
    'eyJ',
    'sk-learn',
    'a=b',
    '"a": "b"',
    'x41111111111111111',
    '-----BEGIN PUBLIC KEY-----\nMIIEpAIBAAKCAQEA7',
  ]
  for (const text of open) {
    it(`that has none stays as it is: ${JSON.stringify(text)}`, () =>
      assert.equal(redaction.text(text, 'text'), text))
  }

  it('shows a sign of each secret that it holds', () => {
    const piece = fc.constantFrom(
      ...hidden.map(([text]) => text),
      ...Object.values(samples),
      'Bearer ',
      'basic ',
      'BASIC ',
      basic,
      ' ',
      '  ',
      '-',
      '\n',
      'abcdefgh',
      '4111',
      '=',
      '"',
      'pwd',
      ':',
      '\r\n',
      '@',
      '://a:b',
      'é😀',
    )
    const isSecret = (): boolean => true
    const replace = (): string => '#'
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('')
        const signs = secretSigns(text)
        assert.equal(hideSecretValues(text, signs, replace), hideSecretValues(text, -1, replace))
        if ((signs & ASSIGNED) === 0 && !text.includes(': ')) {
          assert.equal(hideAssigned(text, { isSecret, replace }), text)
        }
      }),
      { numRuns: 5000 },
    )
  })

  it('is searched once: what stands for a secret is none', () => {
    for (const [, shown] of hidden) assert.equal(redaction.text(shown, 'text'), shown)
  })
})
