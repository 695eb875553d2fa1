import { AssertionError } from 'node:assert'
import type { Pair } from './align.ts'
import { align, isAgreed } from './align.ts'
import { normalRows } from './normal-rows.ts'
import type { Story } from './story-of.ts'
import { storyOf } from './story-of.ts'
import type { Placeholders } from './template.ts'
import { templateRows } from './template.ts'

/**
 * Asserts that a story is told as a template says, row by row, with its indents.
 *
 * In a template, `<any>` stands for some text, `<name>` for what the pattern of that name matches, and
 * a row of `…` alone for any number of rows that are as deep or deeper. Blank rows at both ends and the
 * indent that all rows share do not count.
 *
 * @param story an event or lines; `undefined`, as of an empty array, is no story
 * @param placeholders patterns by name; their flags may be `s` and `u`
 * @throws AssertionError where it is not; of its `actual` and `expected` a test runner shows the
 * difference, and what agrees has the same text in both
 * @throws StacktaleError `option-invalid` for a pattern with other flags, or that refers to its groups
 * @example
 * ```ts
 * assertStory(
 *   sink.only(),
 *   `
 *   Starting workout generation for <any>
 *     Picked exercise <id>
 *     …
 *   Done
 *   `,
 *   { id: /\d+/ },
 * )
 * ```
 */
export function assertStory<Told extends Story>(
  story: Told | undefined,
  template: string,
  placeholders: Placeholders = {},
): asserts story is Told {
  const rows = templateRows(template, placeholders)
  const actual = story === undefined ? undefined : storyOf(story)
  const pairs = align(rows, normalRows(actual ?? ''))
  if (actual !== undefined && pairs.every(isAgreed)) return
  throw new AssertionError({
    message: actual === undefined ? 'There is no story.' : differenceIn(pairs),
    actual,
    expected: expectedIn(pairs),
    operator: 'assertStory',
    stackStartFn: assertStory,
  })
}

/** The template, with the story's own text wherever the two agree. */
function expectedIn(pairs: readonly Pair[]): string {
  return pairs
    .flatMap(({ expected, actual }) => (expected === undefined ? [] : [actual ?? expected.text]))
    .join('\n')
}

/** The first difference. */
function differenceIn(pairs: readonly Pair[]): string {
  const at = pairs.findIndex((pair) => !isAgreed(pair))
  const told = pairs.slice(0, at).flatMap(({ actual }) => actual ?? [])
  const rest = pairs.slice(at)
  const expected = rest.find((pair) => pair.expected !== undefined)?.expected?.text
  const actual = rest.find((pair) => pair.actual !== undefined)?.actual
  return [
    `The story is not told as expected from row ${told.length + 1} on.`,
    `  expected  ${expected ?? '(the end)'}`,
    `  actual    ${actual ?? '(the end)'}`,
  ].join('\n')
}
