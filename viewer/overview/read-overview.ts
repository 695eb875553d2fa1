import type { CountsPage } from '../../engine/table/counts-query.ts'
import type { RecentCounts } from '../counts/recent-counts.ts'
import type { Steps } from '../counts/columns.ts'
import { endOf, stepsBefore } from '../counts/columns.ts'

/** What an overview is made of. */
export interface OverviewCounts {
  readonly now: CountsPage
  /** Of as long a time before; undefined where reading it would cost too much at once. */
  readonly before: CountsPage | undefined
  readonly readUnits: number
  /** How many items could not be read, so that their counts are missing. */
  readonly unreadable: number
}

/**
 * Reads the counts of some steps; then, where about as much again stays within the budget, those of as
 * long before. What is read is kept for a while, so the next page has room for what this one lacks.
 *
 * @param budget in read units
 */
export async function readOverview(
  recent: RecentCounts,
  steps: Steps,
  budget: number,
): Promise<OverviewCounts> {
  const now = await recent.read({ from: steps.from, to: endOf(steps) })
  const isAffordable = 2 * now.readUnits <= budget
  const earlier = stepsBefore(steps)
  const before = isAffordable
    ? await recent.read({ from: earlier.from, to: endOf(earlier) })
    : undefined
  return {
    now,
    before,
    readUnits: now.readUnits + (before?.readUnits ?? 0),
    unreadable: now.unreadable + (before?.unreadable ?? 0),
  }
}
