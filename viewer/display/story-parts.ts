import type { Nesting } from './nesting.ts'

/**
 * Where a long story's lists are parted, so that a browser lays out and paints only the parts in view.
 */
export interface StoryPart {
  /** The list that the line opens is one of parts. */
  readonly opensParts: boolean
  /** The next part of the list that the line stands in begins with it. */
  readonly beginsPart: boolean
  /** The index of the line that holds it; undefined for the outermost. */
  readonly parent: number | undefined
}

/** So many lines a part has, about: fewer parts would each take long, more would be long to keep. */
const PART_LINES = 50
const LONG_STORY = 200

interface OpenList {
  readonly parent: number | undefined
  readonly end: number
  lines: number
}

/** Whether the outermost list of a story of so many lines comes in parts. */
export function isInParts(lines: number): boolean {
  return lines >= LONG_STORY
}

export function storyParts(nesting: readonly Nesting[]): readonly StoryPart[] {
  const isLong = isInParts(nesting.length)
  const open: OpenList[] = [{ parent: undefined, end: Infinity, lines: 0 }]
  return nesting.map(({ opensBlock, end }, index) => {
    while ((open.at(-1)?.end ?? Infinity) <= index) open.pop()
    const list = open.at(-1)
    const size = end - index
    const beginsPart =
      isLong && list !== undefined && list.lines > 0 && list.lines + size > PART_LINES
    if (list !== undefined) list.lines = (beginsPart ? 0 : list.lines) + size
    if (opensBlock) open.push({ parent: index, end, lines: 0 })
    return {
      opensParts: isLong && opensBlock && size - 1 > PART_LINES,
      beginsPart,
      parent: list?.parent,
    }
  })
}
