import type { LogEvent } from '../../engine/event.ts'
import type { Nesting } from './nesting.ts'

/**
 * How long each line took with all that it holds, in milliseconds: as it says itself, else until the
 * next one after it; undefined for a line that neither says so nor holds others.
 */
export function blockLengths(
  { lines, duration }: Pick<LogEvent, 'lines' | 'duration'>,
  nesting: readonly Nesting[],
): readonly (number | undefined)[] {
  return lines.map(({ took, elapsed }, index) => {
    const { opensBlock = false, end = index + 1 } = nesting[index] ?? {}
    if (took !== undefined || !opensBlock) return took
    return Math.max(0, (lines[end]?.elapsed ?? duration) - elapsed)
  })
}
