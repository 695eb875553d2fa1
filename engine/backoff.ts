/**
 * How long to wait before another try: a random time up to a bound that doubles with each try, so
 * that many who failed together do not come back together ("full jitter").
 *
 * @param tries how many were made, 1 or more
 */
export function backoffMs(
  tries: number,
  { firstMs, mostMs }: { readonly firstMs: number; readonly mostMs: number },
  random: () => number = Math.random,
): number {
  return random() * Math.min(mostMs, firstMs * 2 ** (tries - 1))
}
