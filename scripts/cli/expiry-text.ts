import type { Expiry } from '../../engine/table/expiry.ts'

const TEXTS: Readonly<Record<Expiry, string>> = {
  enabled: 'enabled, expired events are removed',
  disabled: 'disabled, expired events stay',
  unsupported: 'not known to this DynamoDB, expired events stay',
}

/** What becomes of expired events: every command says it in the same words. */
export function expiryText(expiry: Expiry): string {
  return TEXTS[expiry]
}
