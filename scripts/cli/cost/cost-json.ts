import { BURRITO_DOLLARS, RAW_BYTES_A_LINE } from '../../../engine/table/standing/prices.ts'
import type { Standing } from '../../../engine/table/standing/standing.ts'
import type { UnitsOfAccount } from '../units-of-account.ts'

/** What `stacktale cost --json` says: what is not known is null, as is what never comes. */
export function costJson(standing: Standing, account: UnitsOfAccount | undefined): object {
  const { billing, counted, retention, writes, reads, left, ...rest } = standing
  return {
    ...rest,
    billing: billing ?? null,
    counted: counted ?? null,
    retention: { days: retention.days ?? null, isOn: retention.isOn ?? null },
    writes: {
      ...writes,
      provisioned: writes.provisioned ?? null,
      peak: writes.peak ?? null,
    },
    reads: { provisioned: reads.provisioned ?? null, free: reads.free },
    left: left ?? null,
    account: account ?? null,
    assumed: { burritoDollars: BURRITO_DOLLARS, rawBytesALine: RAW_BYTES_A_LINE },
  }
}
