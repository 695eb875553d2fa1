/** Where a line stands in the tree that the depths make. */
export interface Nesting {
  /** The lines below it follow inside it. */
  readonly opensBlock: boolean
  /** How many blocks end after it. */
  readonly closesBlocks: number
  /** The index of the first line after its own and those inside it. */
  readonly end: number
}

/** A browser nests elements only so deep; deeper lines stay beside each other. */
const DEEPEST_NESTING = 32

/** The tree of a story: a line holds those after it that are deeper, up to the next that is not. */
export function nestingOf(depths: readonly number[]): readonly Nesting[] {
  const clamped = depths.map((depth) => Math.min(depth, DEEPEST_NESTING))
  const open: number[] = []
  const ends: number[] = depths.map(() => depths.length)
  const closes: number[] = []
  for (const [index, depth] of clamped.entries()) {
    closes.push(0)
    let ended = 0
    for (
      let top = open.at(-1);
      top !== undefined && (clamped[top] ?? 0) >= depth;
      top = open.at(-1)
    ) {
      ends[top] = index
      open.pop()
      ended += 1
    }
    if (ended > 0) closes[index - 1] = ended - 1
    open.push(index)
  }
  if (open.length > 0) closes[depths.length - 1] = open.length - 1
  return depths.map((_, index) => ({
    opensBlock: (ends[index] ?? 0) > index + 1,
    closesBlocks: closes[index] ?? 0,
    end: ends[index] ?? depths.length,
  }))
}
