import type { Glyphs } from './glyphs.ts'

/** What stands before a line to show where in the tree it is. */
export interface Guides {
  /** Before its first row. */
  readonly first: string
  /** Before its further rows. */
  readonly further: string
}

/** The guides of each line of a story, from the depths of all. Depth 0 has none. */
export function treeGuides(
  depths: readonly number[],
  { branch, lastBranch, trunk }: Glyphs,
): readonly Guides[] {
  const gap = ' '.repeat(trunk.length)
  // Whether the next line that is no deeper than a depth is of that very depth.
  const goesOn: boolean[] = []
  const guides: Guides[] = []
  for (const depth of depths.toReversed()) {
    const above = Array.from({ length: Math.max(0, depth - 1) }, (_, index) =>
      goesOn[index + 1] === true ? trunk : gap,
    ).join('')
    const isLast = goesOn[depth] !== true
    guides.push(
      depth === 0
        ? { first: '', further: '' }
        : {
            first: above + (isLast ? lastBranch : branch),
            further: above + (isLast ? gap : trunk),
          },
    )
    goesOn.length = Math.min(goesOn.length, depth)
    goesOn[depth] = true
  }
  return guides.toReversed()
}
