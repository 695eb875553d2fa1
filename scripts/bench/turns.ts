import { median, quantile } from './quantile.ts'
import type { Row } from './result.ts'

/** What both sides took in one round, in nanoseconds for a unit of work. */
export interface Turn {
  readonly ours: number
  readonly theirs: number
}

type Measure = (round: number) => Promise<number>

/**
 * Measures both sides in turns, so that whatever else the machine does hits both. Round 0 does not
 * count: in it V8 compiles what it will.
 */
export async function takeTurns(
  rounds: number,
  ours: Measure,
  theirs: Measure,
): Promise<readonly Turn[]> {
  const turns: Turn[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const turn =
      round % 2 === 0
        ? { ours: await ours(round), theirs: await theirs(round) }
        : { theirs: await theirs(round), ours: await ours(round) }
    if (round > 0) turns.push(turn)
  }
  return turns
}

/** Medians, so that a round that was disturbed does not count. */
export function rowOf(about: Pick<Row, 'what' | 'against' | 'bar'>, turns: readonly Turn[]): Row {
  const ratios = turns.map(({ ours, theirs }) => ours / theirs)
  return {
    what: about.what,
    against: about.against,
    ours: median(turns.map(({ ours }) => ours)),
    theirs: median(turns.map(({ theirs }) => theirs)),
    ratio: median(ratios),
    ratioLow: quantile(ratios, 0.25),
    ratioHigh: quantile(ratios, 0.75),
    bar: about.bar,
  }
}
