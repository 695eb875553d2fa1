import assert from 'node:assert/strict'
import vm from 'node:vm'
import fc from 'fast-check'
import { errorDetail, errorHeading } from '../../engine/error-detail.ts'
import { anyHostile } from '../arbitraries/hostile.ts'

describe('a thrown value', () => {
  it('keeps its stack, its code, its own fields and its causes', () => {
    const cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED', port: 8000 })
    const detail = errorDetail(new RangeError('No legs', { cause }))
    assert.equal(errorHeading(detail), 'RangeError: No legs')
    assert.match(detail.stack ?? '', /^at .*error-detail\.test/)
    assert.equal(detail.cause?.code, 'ECONNREFUSED')
    assert.deepEqual(detail.cause.data, { port: 8000 })
    assert.equal(errorDetail(Object.assign(new Error('n'), { code: 404 })).code, 404)
    assert.deepEqual(errorDetail(Object.assign(new Error('o'), { code: { a: 1 } })).data, {
      code: { a: 1 },
    })
  })

  it('of another realm is an error too', () => {
    const detail = errorDetail(vm.runInNewContext('new RangeError("far")'))
    assert.deepEqual([detail.name, detail.message], ['RangeError', 'far'])
  })

  it('keeps the errors that are gathered in one, and says how many it leaves out', () => {
    const gathered = errorDetail(new AggregateError([new Error('a'), 'b'], 'both')).errors
    assert.deepEqual(gathered?.map(errorHeading), ['Error: a', 'string: b'])
    const many = errorDetail(new AggregateError(Array.from({ length: 50 }, (_, i) => i))).errors
    assert.deepEqual(many?.slice(19), [
      { name: 'number', message: '19' },
      { name: 'Cut', message: '30 more errors' },
    ])
  })

  it('ends a chain of causes that turns back on itself or goes on too long', () => {
    const turned = new Error('turned')
    turned.cause = turned
    assert.equal(errorDetail(turned).cause?.name, 'Circular')
    let chain = new Error('first')
    for (let length = 0; length < 100; length += 1) chain = new Error('next', { cause: chain })
    assert.equal(JSON.stringify(errorDetail(chain)).split('"next"').length - 1, 10)
    assert.match(JSON.stringify(errorDetail(chain)), /the chain of causes goes on/)
  })

  it('of twenty errors of twenty errors each, and so on, is bounded', () => {
    const tree = (levels: number): Error =>
      levels === 0
        ? new Error('x'.repeat(3000))
        : new AggregateError(Array.from({ length: 20 }, () => tree(levels - 1)))
    const detail = JSON.stringify(errorDetail(tree(3)))
    assert.ok(detail.length < 100 * 1024, String(detail.length))
    assert.match(detail, /more characters\]/)
  })

  it('says its message first where there is no room for everything', () => {
    const cause = new Error('the cause')
    const error = Object.assign(new Error('the message', { cause }), {
      response: Array.from({ length: 100 }, () => 'x'.repeat(10_000)),
    })
    const detail = errorDetail(error)
    assert.equal(detail.message, 'the message')
    assert.equal(detail.cause?.message, 'the cause')
    assert.match(JSON.stringify(detail.data), /more\]"/)
  })

  it('need not be an error, nor readable', () => {
    assert.deepEqual(errorDetail(null), { name: 'null', message: 'null' })
    assert.deepEqual(errorDetail(undefined), { name: 'undefined', message: '[undefined]' })
    assert.deepEqual(errorDetail('words'), { name: 'string', message: 'words' })
    assert.deepEqual(errorDetail({ a: 1 }), { name: 'object', message: '{"a":1}' })
    const hostile = Object.defineProperty(new Error('unread'), 'message', {
      get: () => {
        throw new Error('no')
      },
    })
    assert.equal(errorHeading(errorDetail(hostile)), 'Error: [getter threw: no]')
    const { proxy, revoke } = Proxy.revocable(new Error('gone'), {})
    revoke()
    assert.equal(errorDetail(proxy).name, 'Unreadable')
  })

  it('may have any fields, causes and errors, and is described without throwing', () => {
    fc.assert(
      fc.property(anyHostile, anyHostile, (cause, fields) => {
        const error = Object.assign(new AggregateError([cause], 'all', { cause }), { fields })
        for (const thrown of [error, cause]) {
          const detail = errorDetail(thrown)
          assert.deepEqual(JSON.parse(JSON.stringify(detail)), detail)
        }
      }),
    )
  })

  it('that logs itself when it is read ends', () => {
    let reads = 0
    const logging: Error = Object.defineProperty(new Error(), 'message', {
      get: () => {
        reads += 1
        errorDetail(logging)
        return 'read'
      },
    })
    assert.equal(errorDetail(logging).message, 'read')
    assert.ok(reads < 10, `${reads} reads`)
  })

  it('loses its secrets, in message, stack, fields, code and causes', () => {
    const secret = `AKIA${'Q'.repeat(16)}`
    const cause = Object.assign(new Error(`cause ${secret}`), { code: secret })
    const error = Object.assign(new Error(`message ${secret}`, { cause }), {
      config: { headers: { Authorization: 'sesame' } },
    })
    error.stack = `Error: ${secret}\n    at ${secret} (file.js:1:1)`
    const detail = errorDetail(error)
    assert.doesNotMatch(JSON.stringify(detail), new RegExp(`${secret}|sesame`))
    assert.equal(detail.message, 'message [redacted]')
    assert.equal(detail.stack, 'at [redacted] (file.js:1:1)')
    assert.deepEqual(detail.data, { config: { headers: { Authorization: '[redacted]' } } })
  })
})
