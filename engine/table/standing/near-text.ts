import { FREE_STORAGE_BYTES } from '../free-tier.ts'
import { bytesText, daysText, shareText } from './amount-text.ts'
import type { NearLimit } from './near-limits.ts'

/** What is near, and what to do about it, a sentence each. */
export interface NearText {
  readonly says: string
  readonly mend: string
}

const LESS_STORAGE =
  'Keep events for a shorter time (retentionDays), or log less at level debug. Beyond 25 GB, a GB costs about $0.25 a month; nothing is refused.'

/** A limit that is near, in words. */
export function nearText(near: NearLimit): NearText {
  const free = bytesText(FREE_STORAGE_BYTES)
  switch (near.limit) {
    case 'storage':
      return {
        says: `Storage is at ${shareText(near.share)} of the ${free} that are free.`,
        mend: LESS_STORAGE,
      }
    case 'growth':
      return {
        says: `At the present rate the ${free} that are free are full in ${daysText(near.daysUntilFull)}.`,
        mend: LESS_STORAGE,
      }
    default:
      return {
        says: `The busiest hour took ${shareText(near.share)} of the write units that the table has.`,
        mend: 'Beyond them, events wait and are stored later. Log fewer or smaller events, or give the table more units: each beyond the 25 that are free costs about $0.47 a month.',
      }
  }
}
