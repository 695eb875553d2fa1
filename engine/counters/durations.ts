/**
 * Durations are counted in buckets whose bounds double: the first holds what took less than a
 * millisecond, the bucket `n` from 2^(n-1) to less than 2^n milliseconds, the last all from 2^30 on.
 */
export const DURATION_BUCKETS = 32

const LAST_BUCKET = DURATION_BUCKETS - 1

/** The bucket of a duration in milliseconds. */
export function durationBucket(milliseconds: number): number {
  if (!(milliseconds >= 1)) return 0
  if (milliseconds >= 2 ** (LAST_BUCKET - 1)) return LAST_BUCKET
  return 32 - Math.clz32(milliseconds)
}

/** From where on a bucket counts, in milliseconds. */
export function bucketStartMs(bucket: number): number {
  return bucket === 0 ? 0 : 2 ** (bucket - 1)
}

/**
 * The duration that a share of events stayed within, as near as the buckets tell: it lies in the right
 * bucket, so it is wrong by less than a factor of two.
 *
 * @param durations how many events each bucket holds
 * @param share from 0 to 1, as 0.95
 * @returns milliseconds; undefined where no event is counted
 * @example
 * ```ts
 * const p95 = durationAt(count.durations, 0.95)
 * ```
 */
export function durationAt(durations: readonly number[], share: number): number | undefined {
  const total = durations.reduce((sum, events) => sum + events, 0)
  if (total === 0) return undefined
  const wanted = Math.min(Math.max(share, 0), 1) * total
  let before = 0
  for (const [bucket, events] of durations.entries()) {
    if (events > 0 && before + events >= wanted) {
      const start = bucketStartMs(bucket)
      return start + ((wanted - before) / events) * (bucketStartMs(bucket + 1) - start)
    }
    before += events
  }
  return undefined
}
