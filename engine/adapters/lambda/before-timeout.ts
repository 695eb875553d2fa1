/**
 * Calls back once when so many milliseconds are left of the remaining time; when half of it is left,
 * where there is less than twice as much from the beginning. It keeps no process alive.
 *
 * @returns a function that calls it off
 */
export function beforeTimeout(remainingMs: number, leadMs: number, strike: () => void): () => void {
  if (leadMs === 0 || !Number.isFinite(remainingMs)) return () => undefined
  const timer = setTimeout(strike, remainingMs - Math.min(leadMs, remainingMs / 2))
  timer.unref()
  return () => clearTimeout(timer)
}
