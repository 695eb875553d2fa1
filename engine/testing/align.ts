import type { TemplateRow } from './template.ts'

/** A row of a template and the row of a story that it stands for, or one of them alone. */
export interface Pair {
  /** Undefined where the story has a row that no row of the template stands for. */
  readonly expected?: TemplateRow
  /** Undefined where the story has nothing of what the template expects. */
  readonly actual?: string
}

/** A step through a template and a story, and where it leads. */
interface Move {
  readonly template: number
  readonly story: number
  readonly cost: number
  readonly pairs: readonly Pair[]
}

/**
 * Lays a story beside a template so that as few rows as can be are left alone, and then as few as can
 * be taken by gaps. Where none is left alone, the story is told as the template says.
 */
export function align(template: readonly TemplateRow[], story: readonly string[]): readonly Pair[] {
  const width = story.length + 1
  const costs = new Float64Array((template.length + 1) * width)
  const costOf = (move: Move): number =>
    move.cost + (costs[move.template * width + move.story] ?? 0)

  for (let at = costs.length - 2; at >= 0; at -= 1) {
    const moves = movesFrom(Math.floor(at / width), at % width, template, story)
    costs[at] = Math.min(...moves.map(costOf))
  }

  const pairs: Pair[] = []
  let place = { template: 0, story: 0 }
  for (;;) {
    const moves = movesFrom(place.template, place.story, template, story)
    const best = Math.min(...moves.map(costOf))
    const move = moves.find((candidate) => costOf(candidate) === best)
    if (move === undefined) return pairs
    pairs.push(...move.pairs)
    place = move
  }
}

/** Whether a row of the story is what the template has for it. */
export function isAgreed({ expected, actual }: Pair): boolean {
  return expected !== undefined && actual !== undefined
}

/** The moves that a place allows, in the order in which they are preferred; none at the end. */
function movesFrom(
  t: number,
  s: number,
  template: readonly TemplateRow[],
  story: readonly string[],
): readonly Move[] {
  const [expected, actual] = [template[t], story[s]]
  const alone = story.length + 1
  const moves: Move[] = []
  if (expected !== undefined && actual !== undefined && expected.matches(actual)) {
    const way = expected.isGap ? { template: t, cost: 1 } : { template: t + 1, cost: 0 }
    moves.push({ ...way, story: s + 1, pairs: [{ expected, actual }] })
  }
  if (expected !== undefined) {
    const left = expected.isGap ? { cost: 0, pairs: [] } : { cost: alone, pairs: [{ expected }] }
    moves.push({ template: t + 1, story: s, ...left })
  }
  if (actual !== undefined)
    moves.push({ template: t, story: s + 1, cost: alone, pairs: [{ actual }] })
  return moves
}
