import { StacktaleError } from '../errors/stacktale-error.ts'
import type { Receipt } from '../sinks/sink.ts'
import type { Fate } from './carrier.ts'
import type { Shipment } from './shipment.ts'

/** What became of a batch. */
export interface SortedFates<Content> {
  readonly stored: readonly { readonly shipment: Shipment<Content>; readonly receipt: Receipt }[]
  /** Those that a service had no units for. */
  readonly throttled: readonly Shipment<Content>[]
  readonly failed: readonly Shipment<Content>[]
  /** Why the last of them failed. */
  readonly failure: StacktaleError | undefined
}

/** @param isService whether to be throttled is no failure */
export function sortFates<Content>(
  batch: readonly Shipment<Content>[],
  fates: readonly Fate[],
  isService: boolean,
): SortedFates<Content> {
  const stored: { shipment: Shipment<Content>; receipt: Receipt }[] = []
  const throttled: Shipment<Content>[] = []
  const failed: Shipment<Content>[] = []
  let failure: StacktaleError | undefined
  for (const [index, shipment] of batch.entries()) {
    const fate =
      fates[index] ?? new StacktaleError('sink-failed', 'What became of it was not told.')
    if (!(fate instanceof StacktaleError)) {
      stored.push({ shipment, receipt: fate })
    } else if (isService && fate.code === 'throttled') {
      throttled.push(shipment)
    } else {
      failed.push(shipment)
      failure = fate
    }
  }
  return { stored, throttled, failed, failure }
}
