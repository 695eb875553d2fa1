import assert from 'node:assert/strict'
import vm from 'node:vm'
import fc from 'fast-check'
import { Redaction } from '../../engine/data/redaction.ts'
import type { JsonValue } from '../../engine/event.ts'
import { plainData, plainText } from '../../engine/plain-data.ts'
import { anyHostile } from '../arbitraries/hostile.ts'
import { anyJson } from '../arbitraries/lines.ts'

const off = new Redaction(false)

/** What is counted against the bound: every text, name and bracket, but no escapes. */
function charactersOf(data: JsonValue): number {
  if (typeof data === 'string') return data.length + 2
  if (typeof data !== 'object' || data === null) return String(data).length
  return Object.entries(data).reduce(
    (sum, [name, value]) =>
      sum + 1 + (Array.isArray(data) ? 0 : name.length + 3) + charactersOf(value),
    2,
  )
}

function throwing(reason: unknown): () => never {
  return () => {
    throw reason
  }
}

describe('data beside a line', () => {
  it('that is JSON stays as it is', () => {
    fc.assert(fc.property(anyJson, (value) => assert.deepEqual(plainData(value, off), value)))
  })

  it('that holds no secret stays as it is', () => {
    const workout = { id: 9, reps: 12, name: 'Squat', done: true, note: null, sets: [[1, 2.5], []] }
    assert.deepEqual(plainData(workout), workout)
  })

  it('of any kind becomes JSON of at most 64K characters and the marks, and never throws', () => {
    fc.assert(
      fc.property(anyHostile, (value) => {
        const data = plainData(value)
        assert.deepEqual(JSON.parse(JSON.stringify(data)), data)
        assert.ok(charactersOf(data) < 66 * 1024, `${charactersOf(data)} characters`)
      }),
    )
  })

  it('is copied when it is logged', () => {
    const data = { reps: [12] }
    const copy = plainData(data)
    data.reps.push(13)
    assert.deepEqual(copy, { reps: [12] })
  })

  describe('names what JSON cannot say:', () => {
    const circular: Record<string, unknown> = {}
    circular['self'] = [circular]
    const cases: readonly (readonly [title: string, value: unknown, said: JsonValue])[] = [
      ['a cycle', circular, { self: ['[circular]'] }],
      ['a bigint', 12n, '12n'],
      ['a bigint that is too long', -(10n ** 100_000n), '[bigint, too long]'],
      ['numbers', [Number.NaN, -Infinity, -0], ['NaN', '-Infinity', 0]],
      ['a symbol', Symbol('s'), '[Symbol(s)]'],
      ['a function', { save() {} }, { save: '[function save]' }],
      ['a function without a name', () => 1, '[function anonymous]'],
      [
        'a function whose name is none',
        Object.defineProperty(() => 1, 'name', { value: 7 }),
        '[function anonymous]',
      ],
      ['undefined in a list', [undefined], ['[undefined]']],
      [
        'undefined in an object is left out',
        { undefined, kept: '[undefined]' },
        { kept: '[undefined]' },
      ],
      ['a map and a set', new Map([['a', new Set([1])]]), { a: [1] }],
      [
        'map keys of other kinds',
        new Map<unknown, number>([
          [1, 1],
          ['1', 2],
          [{ a: 1 }, 3],
        ]),
        { '1': 1, '1 (2)': 2, '{"a":1}': 3 },
      ],
      [
        'dates',
        [new Date(0), new Date(Number.NaN)],
        ['1970-01-01T00:00:00.000Z', '[invalid date]'],
      ],
      [
        'bytes',
        [
          Buffer.alloc(7),
          new Float64Array(2),
          new ArrayBuffer(3),
          new DataView(new ArrayBuffer(4)),
        ],
        [
          '[Buffer, 7 bytes]',
          '[Float64Array, 16 bytes]',
          '[ArrayBuffer, 3 bytes]',
          '[DataView, 4 bytes]',
        ],
      ],
      [
        'an expression and an address',
        [/a+/g, new URL('http://localhost/a')],
        ['/a+/g', 'http://localhost/a'],
      ],
      ['a promise', Promise.resolve(1), '[promise]'],
      ['a weak collection', new WeakSet(), '[weak collection]'],
      ['a generator', (function* () {})(), '[generator]'],
      ['boxed values', [Object('text'), Object(1), Object(true)], ['text', 1, true]],
      [
        'a class instance',
        new (class {
          id = 1
        })(),
        { id: 1 },
      ],
      ['an object without prototype', Object.create(null), {}],
      [
        'values of another realm',
        vm.runInNewContext('[new Map([[1, new Date(0)]]), {a: 1}]'),
        [{ '1': '1970-01-01T00:00:00.000Z' }, { a: 1 }],
      ],
      [
        'an error',
        new TypeError('bad', { cause: 'why' }),
        { name: 'TypeError', message: 'bad', cause: 'why' },
      ],
      [
        'an error with fields',
        Object.assign(new AggregateError([1], 'all'), { code: 7 }),
        { name: 'AggregateError', message: 'all', errors: [1], code: 7 },
      ],
    ]
    for (const [title, value, said] of cases) {
      it(title, () => assert.deepEqual(plainData(value), said))
    }
  })

  it('is read on where one getter throws, whatever it throws', () => {
    const hostile = {
      before: 1,
      get error() {
        return throwing(new Error('not now'))()
      },
      get textless() {
        return throwing({ toString: null })()
      },
      after: 2,
    }
    assert.deepEqual(plainData(hostile), {
      before: 1,
      error: '[getter threw: not now]',
      textless: '[getter threw: something that has no text]',
      after: 2,
    })
  })

  it('asks toJSON once, and survives one that throws or gives itself', () => {
    assert.deepEqual(plainData({ toJSON: () => ({ said: 1 }) }), { said: 1 })
    assert.deepEqual(plainData([{ toJSON: throwing(new Error('no')) }, 1]), [
      '[getter threw: no]',
      1,
    ])
    const again = (): object => ({ count: 1, toJSON: again })
    assert.deepEqual(plainData(again()), { count: 1, toJSON: '[function again]' })
    class Self {
      readonly id = 1
      toJSON(): this {
        return this
      }
    }
    assert.deepEqual(plainData(new Self()), { id: 1 })
  })

  it('survives proxies that were revoked or trap everything', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    assert.match(JSON.stringify(plainData({ proxy })), /^\{"proxy":"\[getter threw: /)
    const trap = new Proxy(
      {},
      { get: throwing('get'), ownKeys: throwing('keys'), getPrototypeOf: throwing('type') },
    )
    assert.equal(plainData(trap), '[getter threw: type]')
    assert.equal(plainData(new Proxy(() => 1, { get: throwing('get') })), '[unreadable]')
  })

  it('may be logged from inside a serialiser of its own, which ends', () => {
    const said: JsonValue[] = []
    const logging = {
      toJSON(): unknown {
        said.push(plainData(logging))
        return { id: 1 }
      },
    }
    assert.deepEqual(plainData(logging), { id: 1 })
    assert.deepEqual(said, ['[unreadable]', { id: 1 }])
    assert.deepEqual(plainData({ a: 1 }), { a: 1 })
  })

  it('is copied where the stack has hardly any room left, or said not to be readable', () => {
    const data = { deep: [{ er: [1] }] }
    const wrong: string[] = []
    const dive = (): void => {
      try {
        dive()
      } catch {
        // Each frame on the way up logs with a little more room.
      }
      const said = JSON.stringify(plainData(data))
      if (!said.startsWith('{"deep"') && !said.startsWith('"[')) wrong.push(said)
    }
    try {
      dive()
    } catch (error) {
      assert.ok(error instanceof RangeError)
    }
    assert.deepEqual(wrong, [])
    assert.deepEqual(plainData(data), data)
  })

  it('keeps a key called __proto__ as a key', () => {
    const data = plainData(JSON.parse('{"__proto__": {"polluted": true}, "a": 1}'))
    assert.equal(JSON.stringify(data), '{"__proto__":{"polluted":true},"a":1}')
    assert.equal(Reflect.get({}, 'polluted'), undefined)
    const map = plainData(new Map([['__proto__', 1]]))
    assert.equal(JSON.stringify(map), '{"__proto__":1}')
  })
})

describe('data that is too much is cut, and says so:', () => {
  it('10,000 keys', () => {
    const wide = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`k${index}`, index]),
    )
    const cut = plainData(wide)
    assert.ok(typeof cut === 'object' && cut !== null)
    assert.deepEqual(Object.keys(cut).slice(-2), ['k199', '…'])
    assert.equal(Reflect.get(cut, '…'), '[9800 more]')
    assert.equal(Reflect.get(plainMap(wide), '…'), '[9800 more]')
  })

  it('a mark never takes the place of a field of its name', () => {
    const wide = {
      '…': 'mine',
      ...Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`k${i}`, i])),
    }
    const cut = plainData(wide)
    assert.equal(Reflect.get(Object(cut), '…'), 'mine')
    assert.equal(Reflect.get(Object(cut), '… (2)'), '[101 more]')
  })

  it('a list of ten million, most of them holes', () => {
    const list = plainData(Array.from({ length: 500 }, (_, index) => index))
    assert.ok(Array.isArray(list))
    assert.deepEqual(list.slice(198), [198, 199, '[300 more]'])
    const sparse: number[] = []
    sparse[9_999_999] = 1
    assert.match(JSON.stringify(plainData(sparse)), /"\[undefined\]","\[9999800 more\]"\]$/)
  })

  it('a set without end', () => {
    class Endless extends Set<number> {
      override *[Symbol.iterator](): SetIterator<number> {
        for (let count = 0; ; count += 1) yield count
      }
    }
    assert.match(JSON.stringify(plainData(new Endless())), /,199,"\[more\]"\]$/)
  })

  it('a long text', () => {
    const kept = 16 * 1024
    assert.equal(plainData('x'.repeat(kept)), 'x'.repeat(kept))
    assert.equal(plainData('x'.repeat(kept + 9)), `${'x'.repeat(kept)}… [9 more characters]`)
    assert.equal(
      plainData(`${'x'.repeat(kept - 1)}😀`),
      `${'x'.repeat(kept - 1)}… [2 more characters]`,
    )
  })

  it('long names, without losing one of two that begin alike', () => {
    const begin = 'n'.repeat(300)
    const mark = `${'n'.repeat(256)}… [45 more characters]`
    assert.deepEqual(plainData({ [`${begin}1`]: 1, [`${begin}2`]: 2 }), {
      [mark]: 1,
      [`${mark} (2)`]: 2,
    })
  })

  it('many levels', () => {
    let deep: unknown = []
    for (let level = 0; level < 1000; level += 1) deep = { deep }
    assert.equal(JSON.stringify(plainData(deep)).split('deep').length - 1, 17)
    assert.match(JSON.stringify(plainData(deep)), /"\[object, too deep\]"/)
    let lists: unknown = []
    for (let level = 0; level < 15; level += 1) lists = [lists]
    assert.deepEqual(plainData(lists), lists)
    assert.match(JSON.stringify(plainData([[lists]])), /"\[array, too deep\]"/)
  })

  it('more than 64K characters in all, on every level that was left', () => {
    const texts = Array.from({ length: 100 }, () => 'x'.repeat(1000))
    const data = JSON.stringify(plainData({ first: { texts, after: 1 }, last: 2 }))
    assert.ok(data.length > 64 * 1024 && data.length < 65 * 1024, String(data.length))
    assert.match(
      data,
      /x… \[\d+ more characters\]","\[34 more\]"\],"…":"\[1 more\]"\},"…":"\[1 more\]"\}$/,
    )
  })

  it('getters that give ever more objects', () => {
    let reads = 0
    const storm = (): object =>
      Object.defineProperties(
        {},
        Object.fromEntries(
          Array.from({ length: 100 }, (_, index) => [
            `k${index}`,
            {
              enumerable: true,
              get: () => {
                reads += 1
                return index % 10 === 0 ? storm() : undefined
              },
            },
          ]),
        ),
      )
    const data = JSON.stringify(plainData(storm()))
    assert.ok(reads < 12_000, `${reads} reads`)
    assert.ok(data.length < 66 * 1024)
    assert.match(data, /"…":"\[\d+ more\]"\}$/)
  })

  it('fields that are undefined, which leave nothing behind', () => {
    let reads = 0
    const nothing = Object.defineProperties(
      {},
      Object.fromEntries(
        Array.from({ length: 5000 }, (_, index) => [
          `k${index}`,
          { enumerable: true, get: () => void (reads += 1) },
        ]),
      ),
    )
    assert.deepEqual(plainData(nothing), { '…': '[4800 more]' })
    assert.equal(reads, 200)
  })
})

describe('a message', () => {
  it('is a text, whatever it was', () => {
    assert.equal(plainText('Starting'), 'Starting')
    assert.equal(plainText({ a: [1] }), '{"a":[1]}')
    assert.equal(plainText(undefined), '[undefined]')
    assert.equal(plainText(Symbol('s')), '[Symbol(s)]')
  })

  it('is cut beyond 2M characters, and says so', () => {
    const whole = 'x '.repeat(1024 * 1024)
    assert.equal(plainText(whole), whole)
    assert.equal(plainText(`${whole}12345`), `${whole}… [5 more characters]`)
  })

  it('loses its secrets', () => {
    assert.equal(plainText('Paid with 4111 1111 1111 1111'), 'Paid with [redacted]')
  })
})

function plainMap(record: Readonly<Record<string, number>>): object {
  return Object(plainData(new Map(Object.entries(record))))
}
