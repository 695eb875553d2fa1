import { channel } from 'node:diagnostics_channel'
import type { Ledger } from './ledger.ts'

const ledgers = channel('stacktale:ledger')

/** Publishes the ledger on the diagnostics channel `stacktale:ledger`, for whoever watches. */
export function announceLedger(ledger: () => Ledger): void {
  if (ledgers.hasSubscribers) ledgers.publish(ledger())
}
