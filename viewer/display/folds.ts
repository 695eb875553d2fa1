import type { Line } from '../../engine/event.ts'
import type { Level } from '../../engine/level.ts'
import { higherLevel, isAtLeast } from '../../engine/level.ts'
import { count } from './count.ts'
import type { Nesting } from './nesting.ts'

/** What a line holds, to be folded away. */
export interface Fold {
  /** `12 lines, 1 error, 2 warnings` */
  readonly hides: string
  readonly isOpen: boolean
  /** The highest level inside, where it is a warning or an error. */
  readonly trouble: Level | undefined
}

type FoldedLine = Pick<Line, 'level' | 'depth'>

/** In a story of so many lines, a block of so many without a warning starts folded. */
const LONG_STORY = 120
const LONG_BLOCK = 24
/** Unless it is so large a part of the story that folding it would fold the story. */
const LARGEST_SHARE = 0.5

/**
 * The fold of each line that holds others; undefined for the others.
 *
 * @param depths how many depths are unfolded, the outermost lines being one. Default: all but long quiet blocks.
 */
export function foldsOf(
  lines: readonly FoldedLine[],
  nesting: readonly Nesting[],
  depths?: number,
): readonly (Fold | undefined)[] {
  const errorsBefore = countBefore(lines, 'error')
  const warningsBefore = countBefore(lines, 'warn')
  return lines.map(({ depth }, index) => {
    const { opensBlock = false, end = index + 1 } = nesting[index] ?? {}
    if (!opensBlock) return undefined
    const hidden = end - index - 1
    const errors = between(errorsBefore, index + 1, end)
    const warnings = between(warningsBefore, index + 1, end)
    const isQuiet = errors + warnings === 0
    return {
      hides: [
        count(hidden, 'line'),
        ...(errors > 0 ? [count(errors, 'error')] : []),
        ...(warnings > 0 ? [count(warnings, 'warning')] : []),
      ].join(', '),
      isOpen:
        depths === undefined ? !(isQuiet && isLong(hidden, lines.length)) : depth + 1 < depths,
      trouble: isQuiet ? undefined : errors > 0 ? 'error' : 'warn',
    }
  })
}

/** The level that a line's mark shows, and whether it is the line's own or only further down. */
export function markOf(
  { level }: FoldedLine,
  fold: Fold | undefined,
): { readonly level: Level; readonly isHollow: boolean } {
  const trouble = fold?.trouble
  if (trouble === undefined || isAtLeast(level, trouble)) return { level, isHollow: false }
  return { level: higherLevel(level, trouble), isHollow: true }
}

function isLong(hidden: number, total: number): boolean {
  return total >= LONG_STORY && hidden >= LONG_BLOCK && hidden < total * LARGEST_SHARE
}

function countBefore(lines: readonly FoldedLine[], wanted: Level): readonly number[] {
  let sum = 0
  return [0, ...lines.map(({ level }) => (sum += level === wanted ? 1 : 0))]
}

function between(before: readonly number[], first: number, end: number): number {
  return (before[end] ?? 0) - (before[first] ?? 0)
}
