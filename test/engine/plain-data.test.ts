import assert from 'node:assert/strict'
import fc from 'fast-check'
import { errorDetail } from '../../engine/error-detail.ts'
import { plainData } from '../../engine/plain-data.ts'
import { anyJson } from '../arbitraries/lines.ts'

describe('data beside a line', () => {
  it('that is JSON stays as it is', () => {
    fc.assert(fc.property(anyJson, (value) => assert.deepEqual(plainData(value), value)))
  })

  it('of any kind becomes JSON, and never throws', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: true,
      withNullPrototype: true,
    })
    fc.assert(
      fc.property(anything, (value) => {
        const data = plainData(value)
        assert.deepEqual(JSON.parse(JSON.stringify(data)), JSON.parse(JSON.stringify(data)))
      }),
    )
  })

  it('names what JSON cannot say', () => {
    const circular: Record<string, unknown> = {}
    circular['self'] = circular
    const hostile = {
      get getter() {
        throw new Error('not now')
      },
      toJson: () => 1,
    }
    assert.deepEqual(plainData(circular), { self: '[circular]' })
    assert.deepEqual(plainData(hostile), {
      getter: '[getter threw: not now]',
      toJson: '[function toJson]',
    })
    assert.deepEqual(plainData([1n, Number.NaN, Symbol('s'), undefined]), [
      '1n',
      'NaN',
      '[Symbol(s)]',
      '[undefined]',
    ])
    assert.deepEqual(plainData(new Map([['a', new Set([1])]])), { a: [1] })
    assert.deepEqual(plainData({ at: new Date(0), never: new Date(Number.NaN) }), {
      at: '1970-01-01T00:00:00.000Z',
      never: '[invalid date]',
    })
    assert.equal(plainData(Buffer.alloc(7)), '[Buffer, 7 bytes]')
    assert.deepEqual(plainData({ undefined, kept: null }), { kept: null })
    assert.deepEqual(plainData(new TypeError('bad', { cause: 'why' })), {
      name: 'TypeError',
      message: 'bad',
      cause: 'why',
    })
  })

  it('asks toJSON, and survives one that throws or gives itself', () => {
    assert.deepEqual(plainData({ toJSON: () => ({ said: 1 }) }), { said: 1 })
    assert.equal(
      plainData({
        toJSON: () => {
          throw new Error('no')
        },
      }),
      '[getter threw: no]',
    )
    const self = { toJSON: (): unknown => self }
    assert.equal(plainData(self), '[circular]')
  })

  it('survives proxies and objects that were revoked', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    assert.match(JSON.stringify(plainData(proxy)), /^"\[getter threw: /)
  })

  it('is cut, and says so, where it is too much', () => {
    const wide = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`key${index}`, index]),
    )
    const cut = plainData(wide)
    assert.ok(typeof cut === 'object' && cut !== null)
    assert.equal(Object.keys(cut).length, 201)
    assert.equal(Reflect.get(cut, '…'), '[9800 more]')
    const long = plainData(Array.from({ length: 500 }, (_, index) => index))
    assert.ok(Array.isArray(long))
    assert.equal(long.at(-1), '[300 more]')
    assert.match(
      JSON.stringify(plainData('x'.repeat(1_000_000))),
      /^"x+… \[\d+ more characters\]"$/,
    )
    let deep: unknown = 'bottom'
    for (let level = 0; level < 1000; level += 1) deep = { deep }
    assert.match(JSON.stringify(plainData(deep)), /\[object, too deep\]/)
  })

  it('keeps a key called __proto__ as a key', () => {
    const data = plainData(JSON.parse('{"__proto__": {"polluted": true}}'))
    assert.equal(JSON.stringify(data), '{"__proto__":{"polluted":true}}')
    assert.equal(Reflect.get({}, 'polluted'), undefined)
  })
})

describe('a thrown value', () => {
  it('keeps its stack, its code, its own fields and its causes', () => {
    const cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED', port: 8000 })
    const detail = errorDetail(new RangeError('No legs', { cause }))
    assert.equal(detail.name, 'RangeError')
    assert.equal(detail.message, 'No legs')
    assert.match(detail.stack ?? '', /^at .*plain-data\.test/)
    assert.equal(detail.cause?.code, 'ECONNREFUSED')
    assert.deepEqual(detail.cause.data, { port: 8000 })
  })

  it('keeps the errors that are gathered in one', () => {
    const detail = errorDetail(new AggregateError([new Error('a'), 'b'], 'both'))
    assert.deepEqual(
      detail.errors?.map(({ name, message }) => [name, message]),
      [
        ['Error', 'a'],
        ['string', 'b'],
      ],
    )
  })

  it('ends a chain of causes that turns back on itself or goes on too long', () => {
    const turned = new Error('turned')
    turned.cause = turned
    assert.equal(errorDetail(turned).cause?.name, 'Circular')
    let chain = new Error('first')
    for (let length = 0; length < 100; length += 1) chain = new Error('next', { cause: chain })
    assert.match(JSON.stringify(errorDetail(chain)), /the chain of causes goes on/)
  })

  it('need not be an error, nor readable', () => {
    assert.deepEqual(errorDetail(null), { name: 'null', message: 'null' })
    assert.deepEqual(errorDetail('words'), { name: 'string', message: 'words' })
    class Hostile extends Error {
      override get message(): string {
        throw new Error('no')
      }
    }
    assert.equal(errorDetail(new Hostile()).name, 'Unreadable')
  })
})
