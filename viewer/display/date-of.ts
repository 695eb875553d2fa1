const LATEST_MS = 8.64e15

/** The nearest date that JavaScript can hold: whatever a table may hold, a page can be shown. */
export function dateOf(ms: number): Date {
  return new Date(Number.isNaN(ms) ? 0 : Math.min(Math.max(ms, -LATEST_MS), LATEST_MS))
}
