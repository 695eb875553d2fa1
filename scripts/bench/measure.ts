import { measure } from 'mitata'
import type { Comparison } from './comparison.ts'
import { CpuStopwatch } from './cpu-stopwatch.ts'
import type { Effort } from './effort.ts'
import { useSettings } from './engine-settings.ts'
import type { Row } from './result.ts'
import type { Side } from './side.ts'
import { TEXTS } from './texts.ts'
import { rowOf, takeTurns } from './turns.ts'
import { runUnderFrames, USUAL_FRAMES } from './under-frames.ts'

const NS_PER_MS = 1e6

export async function measureComparison(comparison: Comparison, effort: Effort): Promise<Row> {
  const { perBurst = TEXTS.length } = comparison
  const { ours, theirs } = comparison.sides()
  const nsPerUnit = async (side: Side, round: number): Promise<number> => {
    const budgetMs = round === 0 ? effort.warmUpMs : effort.budgetMs
    return (await nsPerBurst(side, budgetMs, comparison)) / perBurst
  }
  useSettings(comparison.settings)
  try {
    const turns = await takeTurns(
      effort.rounds,
      (round) => nsPerUnit(ours, round),
      (round) => nsPerUnit(theirs, round),
    )
    return rowOf(comparison, turns)
  } finally {
    useSettings()
    ours.close?.()
    theirs.close?.()
  }
}

/** What a burst takes. The mean, not the median, because it has the garbage collection in it. */
export async function nsPerBurst(
  { burst, settle }: Pick<Side, 'burst' | 'settle'>,
  budgetMs: number,
  { frames = USUAL_FRAMES, yields = true }: Pick<Comparison, 'frames' | 'yields'> = {},
): Promise<number> {
  const stopwatch = new CpuStopwatch()
  const options = {
    now: stopwatch.now,
    min_cpu_time: budgetMs * NS_PER_MS,
    // Mitata would leave the quickest and the slowest samples out.
    samples_threshold: Infinity,
  }
  if (!yields) return (await measure(burst, options)).avg
  const sample = async (): Promise<void> => {
    await runUnderFrames(frames, burst)
    if (settle !== undefined) await stopwatch.standStillDuring(settle)
  }
  // One burst a sample, or mitata would do thousands before the first is settled.
  return (await measure(sample, { ...options, batch_threshold: 0 })).avg
}
