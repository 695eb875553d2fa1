import type { Neighbours } from './purchasing.ts'

/** How a service of the shop is started. */
export type ServicePlan = { readonly seed: number } & (
  | { readonly service: 'inventory' | 'ordering' }
  | {
      readonly service: 'purchasing'
      readonly neighbours: Neighbours
      /** How often buyers come; 0 for never. */
      readonly buyEveryMs: number
    }
)

/** What it says: where it listens, and at its end what it stored. */
export type ShopMessage =
  { readonly address: string } | { readonly stored: number; readonly unsent: number }
