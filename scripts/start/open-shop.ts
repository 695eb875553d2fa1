import { Shop } from '../demo/widgets/shop.ts'
import type { StackOptions } from './stack-options.ts'

/** A purchase is three events, so buyers come less often than users. */
const RARER = 3

/** Starts the demo's shop: three services that call each other, and buyers. @returns undefined where there is no traffic */
export async function openShop({ everyMs, terminal }: StackOptions): Promise<Shop | undefined> {
  if (everyMs === 0) return undefined
  const shop = await Shop.open({ seed: Date.now(), buyEveryMs: everyMs * RARER })
  terminal.row('shop', 'purchasing, inventory and ordering; each purchase is one trace')
  return shop
}
