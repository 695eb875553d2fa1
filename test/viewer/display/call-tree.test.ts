import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Called } from '../../../viewer/display/call-tree.ts'
import { callTree } from '../../../viewer/display/call-tree.ts'

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const optional = fc.option(name, { nil: undefined })
/** Whatever a table may hold: callers that are missing, that are the same, and that go round. */
const events = fc.array(fc.record({ span: optional, parent: optional }), { maxLength: 30 })

function written(given: readonly (Called & { readonly is: string })[]): string {
  return callTree(given)
    .map(({ event, depth }) => `${'-'.repeat(depth)}${event.is}`)
    .join(' ')
}

describe('callTree', () => {
  it('places what was called below its caller, in the order given', () => {
    const given = [
      { is: 'buy', span: 'a' },
      { is: 'reserve', span: 'b', parent: 'a' },
      { is: 'count', parent: 'b' },
      { is: 'order', parent: 'a' },
      { is: 'mail', parent: 'gone' },
    ]
    assert.equal(written(given), 'buy -reserve --count -order mail')
    assert.equal(written(given.toReversed()), 'mail buy -order -reserve --count')
  })

  it('opens a circle at its first', () => {
    const given = [
      { is: 'alone' },
      { is: 'x', span: 'a', parent: 'b' },
      { is: 'y', span: 'b', parent: 'a' },
      { is: 'self', span: 'c', parent: 'c' },
    ]
    assert.equal(written(given), 'alone x -y self')
  })

  it('has every event once, each after its caller and one deeper', () => {
    fc.assert(
      fc.property(events, (given) => {
        const calls = callTree(given)
        assert.equal(new Set(calls.map(({ event }) => event)).size, given.length)
        assert.equal(calls.length, given.length)
        const depths = new Map<object, number>()
        for (const { event, depth, caller } of calls) {
          assert.equal(depth, caller === undefined ? 0 : (depths.get(caller) ?? NaN) + 1)
          if (caller !== undefined) assert.equal(event.parent, caller.span)
          depths.set(event, depth)
        }
      }),
    )
  })

  it('leaves an event without a caller only where that is not here, or the callers go round', () => {
    fc.assert(
      fc.property(events, (given) => {
        const first = new Map<string | undefined, Called>()
        for (const event of given) {
          if (event.span !== undefined && !first.has(event.span)) first.set(event.span, event)
        }
        for (const { event, caller } of callTree(given)) {
          const named = event.parent === undefined ? undefined : first.get(event.parent)
          if (caller !== undefined || named === undefined) continue
          const seen = new Set<Called>()
          let at: Called | undefined = event
          while (at !== undefined && !seen.has(at)) {
            seen.add(at)
            at = at.parent === undefined ? undefined : first.get(at.parent)
          }
          assert.equal(at, event)
        }
      }),
    )
  })

  it('bears calls a hundred thousand deep', () => {
    const given = Array.from({ length: 100_000 }, (_, index) => ({
      span: String(index),
      parent: String(index - 1),
    }))
    assert.equal(callTree(given).at(-1)?.depth, 99_999)
  })
})
