import { itemSize, writeUnitsOf } from '../cost.ts'
import type { Item } from './item.ts'

/** Of several ways to store the same, the one that takes the fewest write units, then the fewest bytes. */
export function cheapest(ways: readonly (readonly Item[])[]): readonly Item[] {
  const [first = [], ...others] = ways
  if (others.length === 0) return first
  return ways.reduce((best, way) => (isCheaper(way, best) ? way : best), first)
}

function isCheaper(items: readonly Item[], than: readonly Item[]): boolean {
  const fewerUnits = sum(than, writeUnitsOf) - sum(items, writeUnitsOf)
  return fewerUnits === 0 ? sum(items, itemSize) < sum(than, itemSize) : fewerUnits > 0
}

function sum(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}
