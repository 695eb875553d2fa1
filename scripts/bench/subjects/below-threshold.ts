import type { Comparison, Group } from '../comparison.ts'
import { dispatchedEmptyCalls, dispatchedUnwantedLines } from '../peers/dispatched-calls.ts'
import { emptyCalls } from '../peers/empty-calls.ts'
import { ourUnwantedLines } from '../peers/our-lines.ts'

const COMMON = {
  settings: { level: 'warn' },
  lines: 0,
  yields: false,
  bar: 2,
} as const satisfies Partial<Comparison>

export const BELOW_THRESHOLD: Group = {
  title: 'A line below the threshold',
  work: `Both call debug() of an object in a loop over 100 texts. Ours looks at the level and returns; the
other is empty. "Called" takes objects of eight classes in turn, as a program of many domains does, so that V8
makes a call of it. "Inlined" takes one object: there V8 removes an empty method altogether, and what is left of
it is the loop. Nothing is buffered, so the event loop does not turn in between.`,
  comparisons: [
    {
      ...COMMON,
      what: 'debug() at level warn, called',
      against: 'an empty method',
      sides: () => ({ ours: dispatchedUnwantedLines(), theirs: dispatchedEmptyCalls() }),
    },
    {
      ...COMMON,
      what: 'debug() at level warn, inlined',
      against: 'an empty method',
      sides: () => ({ ours: ourUnwantedLines(), theirs: emptyCalls() }),
    },
  ],
}
