import { median, quantile } from '../quantile.ts'
import type { Took } from './server-process.ts'

/** What the same pages took of a small table and of a large one, in turns. */
export interface Round {
  readonly small: readonly Took[]
  readonly large: readonly Took[]
}

export type Table = keyof Round

/** The large table's time over the small one's, in the rounds. */
export interface Ratio {
  readonly median: number
  readonly lowest: number
  readonly highest: number
}

const SLOWER = 1.05

/** Such a share of a round's pages took no longer, in milliseconds: the median of the rounds. */
export function timeOf(
  rounds: readonly Round[],
  table: Table,
  part: keyof Took,
  share: number,
): number {
  return median(rounds.map((round) => quantileOf(round[table], part, share)))
}

export function ratioOf(rounds: readonly Round[], share: number): Ratio {
  const ratios = rounds.map(
    ({ small, large }) => quantileOf(large, 'own', share) / quantileOf(small, 'own', share),
  )
  return { median: median(ratios), lowest: Math.min(...ratios), highest: Math.max(...ratios) }
}

/** Chance makes one of two that are alike the slower in every round once in a hundred times. */
export function isSlower({ median: usual, lowest }: Ratio): boolean {
  return lowest > 1 && usual > SLOWER
}

function quantileOf(took: readonly Took[], part: keyof Took, share: number): number {
  return quantile(
    took.map((each) => each[part]),
    share,
  )
}
