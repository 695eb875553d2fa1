import assert from 'node:assert/strict'
import { rebuiltError } from '../../../../engine/adapters/lines/rebuilt-error.ts'

const FRAMES = '\n    at order (file:///shop/order.js:3:7)'

describe('rebuiltError', () => {
  it('takes name and message from the heading of the stack, of several lines too', () => {
    const error = rebuiltError({ stack: `RangeError [E_MANY]: Too\nmany${FRAMES}` })
    assert.ok(error instanceof Error)
    assert.equal(error.name, 'RangeError')
    assert.equal(error.message, 'Too\nmany')
    assert.deepEqual(Object.keys(error), [])
  })

  it('takes a heading that is none for the message', () => {
    const error = rebuiltError({ stack: `went wrong, somehow${FRAMES}` })
    assert.equal(error.name, 'Error')
    assert.equal(error.message, 'went wrong, somehow')
  })

  it('parts the causes', () => {
    const stack = `Error: a${FRAMES}\ncaused by: TypeError: b: c${FRAMES}\ncaused by: Error${FRAMES}`
    const { message, cause } = rebuiltError({ name: 'OrderError', message: 'a: b: c: ', stack })
    assert.equal(message, 'a')
    assert.ok(cause instanceof Error)
    assert.equal(`${cause.name} ${cause.message}`, 'TypeError b: c')
    assert.ok(cause.cause instanceof Error)
    assert.equal(cause.cause.message, '')
    assert.equal(cause.cause.cause, undefined)
  })
})
