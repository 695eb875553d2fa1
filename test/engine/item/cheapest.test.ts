import assert from 'node:assert/strict'
import fc from 'fast-check'
import { itemSize, writeUnitsOf } from '../../../engine/cost.ts'
import { cheapest } from '../../../engine/item/cheapest.ts'
import type { Item } from '../../../engine/item/item.ts'

const anyItem = fc
  .nat({ max: 4000 })
  .map((bytes): Item => ({ object: '_parts_1', timestamp: '0', body: new Uint8Array(bytes) }))
const anyWays = fc.array<readonly Item[]>(fc.array(anyItem, { minLength: 1, maxLength: 3 }), {
  minLength: 1,
})

function sum(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}

describe('the cheapest of several ways to store the same', () => {
  it('takes no more write units than any, and no more bytes than any that takes as many', () => {
    fc.assert(
      fc.property(anyWays, (ways) => {
        const chosen = cheapest(ways)
        assert.ok(ways.includes(chosen))
        for (const way of ways) {
          const more = sum(way, writeUnitsOf) - sum(chosen, writeUnitsOf)
          assert.ok(more >= 0)
          if (more === 0) assert.ok(sum(way, itemSize) >= sum(chosen, itemSize))
        }
      }),
    )
  })

  it('is none of none', () => assert.deepEqual(cheapest([]), []))
})
