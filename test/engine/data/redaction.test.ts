import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Redaction } from '../../../engine/data/redaction.ts'
import { plainData, plainText } from '../../../engine/plain-data.ts'
import { anyJson } from '../../arbitraries/lines.ts'

const CARD = '4111 1111 1111 1111'
const JWT = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiI0MiJ9', 'c2lnbmF0dXJl'].join('.')
const SECRET = 'sesame7f3a'

describe('redaction', () => {
  it('hides what stands under an obvious name, wherever and whatever it is', () => {
    const name = fc.constantFrom('password', 'API_KEY', 'set-cookie', 'clientSecret', 'cardNumber')
    const secret = fc.constantFrom<unknown>(
      SECRET,
      [SECRET],
      { deep: { [SECRET]: SECRET } },
      new Map([[SECRET, SECRET]]),
      { toJSON: () => SECRET },
    )
    const step = fc.constantFrom('field', 'list', 'map', 'set', 'json', 'error', 'class')
    fc.assert(
      fc.property(
        name,
        secret,
        fc.array(step, { maxLength: 10 }),
        anyJson,
        (name, secret, steps, beside) => {
          const value = steps.reduce<unknown>((inner, kind) => wrapped(kind, inner), {
            beside,
            [name]: secret,
          })
          const data = JSON.stringify(plainData(value))
          assert.ok(!data.includes(SECRET), data)
          assert.ok(data.includes('"[redacted]"'), data)
        },
      ),
    )
  })

  it('leaves what says that there is nothing', () => {
    assert.deepEqual(plainData({ password: null, token: undefined, secret: '' }), {
      password: null,
      secret: '[redacted]',
    })
  })

  it('hides secrets by how they are written, in data, names and messages', () => {
    assert.deepEqual(plainData({ note: `paid with ${CARD}`, [`by ${CARD}`]: [JWT] }), {
      note: 'paid with [redacted]',
      'by [redacted]': ['[redacted]'],
    })
    assert.equal(
      plainText(`Called with Bearer ${JWT}, twice`),
      'Called with Bearer [redacted], twice',
    )
    assert.equal(plainText('Asked /a?user=7&api_key=abc#x'), 'Asked /a?user=7&api_key=[redacted]')
  })

  it('hides the number of a card that is a number, and no other number', () => {
    assert.deepEqual(
      plainData([4111111111111111, 4111111111111111n, 4111111111111112, 1753870000000, -1e300]),
      ['[redacted]', '[redacted]', 4111111111111112, 1753870000000, -1e300],
    )
  })

  it('hides a secret at the edge of what is kept', () => {
    const text = `${'x '.repeat(8 * 1024 - 5)}${CARD}${' x'.repeat(1000)}`
    assert.doesNotMatch(JSON.stringify(plainData(text)), /4111/)
  })

  it('hides what paths lead to', () => {
    const redaction = new Redaction({ paths: ['user.address', 'items.*.price', '**.iban'] })
    const data = {
      user: { address: { city: 'Zürich' }, name: 'Ada' },
      items: [{ price: 1 }, { price: false }],
      price: 2,
      a: new Map([['iban', 'CH1']]),
    }
    assert.deepEqual(plainData(data, redaction), {
      user: { address: '[redacted]', name: 'Ada' },
      items: [{ price: '[redacted]' }, { price: '[redacted]' }],
      price: 2,
      a: { iban: '[redacted]' },
    })
  })

  it('hides what patterns match, in texts and numbers, whatever their flags', () => {
    const redaction = new Redaction({ patterns: [/\bcustomer-\d+/g, /^ab/y, /^\d{7}$/] })
    for (const _ of [1, 2]) {
      assert.equal(plainText('customer-12 and customer-13', redaction), '[redacted] and [redacted]')
      assert.deepEqual(plainData(['ab', 1234567, 123, 'x'], redaction), [
        '[redacted]',
        '[redacted]',
        123,
        'x',
      ])
    }
    assert.equal(plainText('left alone', new Redaction({ patterns: [/x*/] })), 'left alone')
  })

  it('hides nothing that is said to be left alone', () => {
    const data = { password: SECRET, card: CARD, nextToken: '3' }
    assert.deepEqual(plainData(data, new Redaction(false)), data)
    assert.deepEqual(plainData(data, new Redaction({ defaults: false })), data)
    assert.deepEqual(plainData(data, new Redaction({ defaults: false, names: ['card'] })), {
      ...data,
      card: '[redacted]',
    })
    assert.deepEqual(plainData({ nextToken: '3' }, new Redaction({ keep: ['nextToken'] })), {
      nextToken: '3',
    })
  })

  it('asks for the replacement, with the secret as text and its place', () => {
    const asked: (readonly string[])[] = []
    const redaction = new Redaction({
      replace: (secret, place) => {
        asked.push([secret, place])
        return `<${secret.length}>`
      },
    })
    const data = { user: { password: 'abc' }, cards: [`pay ${CARD}`], token: { a: 1 } }
    assert.deepEqual(plainData(data, redaction), {
      user: { password: '<3>' },
      cards: ['pay <19>'],
      token: '<7>',
    })
    assert.equal(plainText('secret="a b" x', redaction), 'secret="<3>" x')
    assert.deepEqual(asked, [
      ['abc', 'user.password'],
      [CARD, 'cards.0'],
      ['{"a":1}', 'token'],
      ['a b', 'text'],
    ])
  })

  it('takes a replacement as it is: what looks like an instruction of replace() is none', () => {
    const redaction = new Redaction({ replace: () => "$&$1$'" })
    assert.equal(plainText(`a ${CARD} b`, redaction), "a $&$1$' b")
  })

  describe('fails closed:', () => {
    const unchecked = '[redacted: could not be checked]'
    const failing = {
      'a replacement that throws': new Redaction({
        replace: () => {
          throw new Error('no')
        },
      }),
      'a replacement that is no text': new Redaction(
        Object({ replace: (secret: string) => [secret] }),
      ),
    }
    for (const [title, redaction] of Object.entries(failing)) {
      it(title, () => {
        assert.deepEqual(plainData({ password: SECRET, note: `a ${CARD}` }, redaction), {
          password: unchecked,
          note: `a ${unchecked}`,
        })
      })
    }

    it('a search that throws', () => {
      const redaction = new Redaction({ patterns: [/a/] })
      withBroken('replace', () => {
        assert.equal(plainText('a secret', redaction), unchecked)
        assert.deepEqual(plainData(['a secret'], redaction), [unchecked])
      })
    })

    it('a name that cannot be judged', () => {
      const redaction = new Redaction({ paths: ['a.b'] })
      withBroken('toLowerCase', () => {
        assert.deepEqual(plainData({ x: 1 }, redaction), { x: '[redacted]' })
      })
    })
  })

  it('cuts a replacement that is too long', () => {
    const redaction = new Redaction({ replace: () => 'x'.repeat(5000) })
    assert.deepEqual(plainData({ pwd: 1 }, redaction), {
      pwd: `${'x'.repeat(1024)}… [3976 more characters]`,
    })
  })
})

/** Nothing that an application can pass makes a search throw; a stack without room does. */
function withBroken(method: 'replace' | 'toLowerCase', work: () => void): void {
  const { prototype } = String
  const descriptor = Object.getOwnPropertyDescriptor(prototype, method) ?? {}
  const broken = (): never => {
    throw new Error('broken')
  }
  Object.defineProperty(prototype, method, { ...descriptor, value: broken })
  try {
    work()
  } finally {
    Object.defineProperty(prototype, method, descriptor)
  }
}

function wrapped(kind: string, inner: unknown): unknown {
  switch (kind) {
    case 'list':
      return [0, inner]
    case 'map':
      return new Map([['key', inner]])
    case 'set':
      return new Set([inner])
    case 'json':
      return { toJSON: () => [inner] }
    case 'error':
      return Object.assign(new Error('wrapping', { cause: inner }), { inner })
    case 'class':
      return new (class Holder {
        readonly inner = inner
      })()
    default:
      return { field: inner }
  }
}
