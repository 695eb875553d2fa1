import { NEAR_SHARE } from '../../engine/table/standing/near-limits.ts'

/** How much of something free is used. */
export interface Meter {
  readonly label: string
  /** `3.2 GB of 25 GB` */
  readonly reading: string
  /** From 0 to 1, for a bar; undefined where there is nothing to compare with. */
  readonly share: number | undefined
  readonly state: 'fine' | 'near' | 'full'
  /** What else is to be said, a sentence each. */
  readonly notes: readonly string[]
}

/** How a share of a limit is to be taken. */
export function stateOf(share: number): Meter['state'] {
  if (share >= 1) return 'full'
  return share >= NEAR_SHARE ? 'near' : 'fine'
}
