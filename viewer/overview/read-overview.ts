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
  /** Whether every item could be read. */
  readonly isWhole: boolean
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
    isWhole: now.unreadable === 0 && (before === undefined || before.unreadable === 0),
  }
}
