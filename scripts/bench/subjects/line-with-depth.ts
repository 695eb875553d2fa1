import type { Comparison, Group } from '../comparison.ts'
import { bareCaptures } from '../peers/bare-captures.ts'
import { ourLines } from '../peers/our-lines.ts'
import { tslogLines } from '../peers/tslog-lines.ts'

/** The bars are for this many; the others are shown beside it. */
const BARRED_FRAMES = 20
const FRAMES = [5, 10, BARRED_FRAMES, 40] as const

export const LINE_WITH_DEPTH: Group = {
  title: 'A line with depth',
  work: `Each side is called with so many calls of the application's on the stack, each of another function.
Ours finds the depth and keeps the line. The bare capture takes V8's structured call sites, with the settings
of the stack trace set once for all 100 calls, and does nothing with them. tslog finds \`file:line\` of the caller
and hands its record to a transport that throws it away; it reads ten frames at most, ours all of them.`,
  comparisons: [
    ...FRAMES.map((frames): Comparison => ({
      what: `addMessage(text), ${frames} frames`,
      against: 'bare capture of the call sites',
      sides: () => ({ ours: ourLines(), theirs: bareCaptures() }),
      frames,
      bar: frames === BARRED_FRAMES ? 1.3 : undefined,
    })),
    ...FRAMES.map((frames): Comparison => ({
      what: `addMessage(text), ${frames} frames`,
      against: 'tslog with source position',
      sides: () => ({ ours: ourLines(), theirs: tslogLines() }),
      frames,
      bar: frames === BARRED_FRAMES ? 1 / 3 : undefined,
    })),
  ],
}
