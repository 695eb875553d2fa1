import assert from 'node:assert/strict'
import { captureCallSites, withCallSites } from '../../../scripts/bench/call-sites.ts'
import type { Comparison } from '../../../scripts/bench/comparison.ts'
import { useSettings } from '../../../scripts/bench/engine-settings.ts'
import { GROUPS } from '../../../scripts/bench/groups.ts'
import { measureComparison } from '../../../scripts/bench/measure.ts'
import type { Side } from '../../../scripts/bench/side.ts'
import { TEXTS } from '../../../scripts/bench/texts.ts'
import { runUnderFrames, USUAL_FRAMES } from '../../../scripts/bench/under-frames.ts'

const LEAST = {
  rounds: 1,
  budgetMs: 0,
  warmUpMs: 0,
  stageRounds: 1,
  workoutTurns: 1,
  workoutsPerTurn: 1,
  warmUpTurns: 1,
  keptLines: 100,
}

async function linesOf(side: Side, { frames = USUAL_FRAMES }: Comparison): Promise<number> {
  await runUnderFrames(frames, side.burst)
  return await side.arrived()
}

describe('the benchmarks', () => {
  afterEach(() => {
    useSettings()
  })

  after(() => {
    useSettings({ sink: undefined })
  })

  for (const { title, comparisons } of GROUPS) {
    for (const comparison of comparisons) {
      const { what, against, sides, settings, lines = TEXTS.length } = comparison

      it(`do the work on both sides: ${title}, ${what}, against ${against}`, async () => {
        const { ours, theirs } = sides()
        useSettings(settings)
        assert.equal(await linesOf(ours, comparison), lines)
        assert.equal(await linesOf(theirs, comparison), lines)
        ours.close?.()
        theirs.close?.()
      })
    }
  }

  it('tell the ratio of what both sides took', async () => {
    const [comparison] = GROUPS.flatMap(({ comparisons }) => comparisons)
    assert.ok(comparison)
    const { ours, theirs, ratio, bar } = await measureComparison(comparison, LEAST)
    assert.ok(ours > 0 && theirs > 0 && ratio > 0)
    assert.equal(bar, comparison.bar)
  })

  for (const frames of [5, 10, 20, 40]) {
    it(`call with ${frames} of the application's calls on the stack`, async () => {
      let files: readonly string[] = []
      await runUnderFrames(
        frames,
        withCallSites(() => {
          files = captureCallSites().map((site) => site.getFileName() ?? '')
        }),
      )
      // One is of the wrapper that sets the stack trace up.
      assert.equal(files.filter((file) => file.startsWith('file:')).length - 1, frames)
    })
  }
})
