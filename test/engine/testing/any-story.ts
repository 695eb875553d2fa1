import fc from 'fast-check'
import type { Line } from 'stacktale'
import { anyText } from '../../arbitraries/lines.ts'

type StoryLine = Pick<Line, 'text' | 'depth'>

const anyDepth = fc.nat({ max: 5 })

/** Lines of any text, with what a template treats specially among them. */
export const anyLines: fc.Arbitrary<readonly StoryLine[]> = fc.array(
  fc.record({
    text: fc.oneof(
      anyText,
      fc.constantFrom('…', '<any>', '<id>', 'a.c (x|y)* [1] {2} ^$ \\d ?', 'row\n\n  of <any>\n…'),
    ),
    depth: anyDepth,
  }),
  { maxLength: 8 },
)

/** Lines of one row each, no two of them alike. */
export const plainLines: fc.Arbitrary<readonly StoryLine[]> = fc
  .array(anyDepth, { minLength: 1, maxLength: 8 })
  .map((depths) => depths.map((depth, index) => ({ text: `Line ${index}.`, depth })))

/** Rows of few kinds, so that a story and a template often agree, and a template's gaps among them. */
export const fewRows = (gap: boolean): fc.Arbitrary<readonly string[]> =>
  fc.array(fc.constantFrom('A', '  A', '  B', '    B', ...(gap ? ['…', '  …', '<any>'] : [])), {
    maxLength: 6,
  })
