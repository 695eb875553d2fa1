import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Placeholders } from 'stacktale/testing'
import { assertStory, storyOf } from 'stacktale/testing'
import { anyLines, fewRows, plainLines } from './any-story.ts'

type Lines = Parameters<typeof storyOf>[0]

const SOME = plainLines.chain((lines) => fc.tuple(fc.constant(lines), fc.nat(lines.length - 1)))

function rowsOf(lines: Lines): string[] {
  return storyOf(lines).split('\n')
}

function indentOf(row: string): string {
  return /^ */.exec(row)?.[0] ?? ''
}

/** What it throws, which it must. */
function failureOf(
  lines: Lines | undefined,
  template: string,
  placeholders?: Placeholders,
): { message: string; actual: unknown; expected: string } {
  try {
    assertStory(lines, template, placeholders)
  } catch (error) {
    assert.ok(error instanceof assert.AssertionError)
    const { message, actual, expected } = error
    return { message, actual, expected: String(expected) }
  }
  throw new Error('It agreed.')
}

describe('assertStory', () => {
  it('agrees with a story as its own template', () => {
    fc.assert(fc.property(anyLines, (lines) => assertStory(lines, storyOf(lines))))
  })

  it('agrees wherever <any> stands for the text of a row', () => {
    const masked = plainLines.chain((lines) =>
      fc.tuple(
        fc.constant(lines),
        fc.array(fc.boolean(), { minLength: lines.length, maxLength: lines.length }),
      ),
    )
    fc.assert(
      fc.property(masked, ([lines, isMasked]) => {
        const template = rowsOf(lines).map((row, at) =>
          isMasked[at] === true ? `${indentOf(row)}<any>` : row,
        )
        assertStory(lines, template.join('\n'))
      }),
    )
  })

  it('agrees where … stands for a run of rows, none included, at their least indent', () => {
    const run = plainLines.chain((lines) =>
      fc.tuple(fc.constant(lines), fc.nat(lines.length), fc.nat(lines.length)),
    )
    fc.assert(
      fc.property(run, ([lines, from, count]) => {
        const rows = rowsOf(lines)
        const [least = ''] = rows
          .slice(from, from + count)
          .map(indentOf)
          .toSorted((a, b) => a.length - b.length)
        const rest = rows.toSpliced(from, count).map(indentOf)
        // The indent that all rows of a template share does not count, so that … is one of them.
        fc.pre([...rest, least].includes(''))
        assertStory(lines, rows.toSpliced(from, count, `${least}…`).join('\n'))
      }),
    )
  })

  it('never agrees where … is deeper than a row that it should stand for', () => {
    fc.assert(
      fc.property(SOME, ([lines, at]) => {
        const rows = ['Start', ...rowsOf(lines), 'End']
        const row = rows[at + 1] ?? ''
        const template = rows.with(at + 1, `${indentOf(row)}  …`).join('\n')
        const story = rows.map((text) => ({ text, depth: 0 }))
        const { expected } = failureOf(story, template)
        assert.equal(expected, rows.toSpliced(at + 1, 1).join('\n'))
      }),
    )
  })

  it('never agrees with a changed row, and differs in that row alone', () => {
    fc.assert(
      fc.property(SOME, fc.constantFrom(' more', '.', '\u0000'), ([lines, at], more) => {
        const rows = rowsOf(lines)
        const template = rows.with(at, rows[at] + more)
        const { message, actual, expected } = failureOf(lines, template.join('\n'))
        assert.equal(actual, rows.join('\n'))
        assert.equal(expected, template.join('\n'))
        assert.ok(message.startsWith(`The story is not told as expected from row ${at + 1} on.`))
      }),
    )
  })

  it('never agrees with a row that is deeper than the template has it, even for <any>', () => {
    fc.assert(
      fc.property(SOME, fc.boolean(), ([lines, at], isAny) => {
        const rows = ['Start', ...rowsOf(lines)]
        const row = rows[at + 1] ?? ''
        const text = isAny ? `${indentOf(row)}<any>` : row
        const story = rows.with(at + 1, `  ${row}`).map((told) => ({ text: told, depth: 0 }))
        const { expected } = failureOf(story, rows.with(at + 1, text).join('\n'))
        assert.equal(expected, rows.with(at + 1, text).join('\n'))
      }),
    )
  })

  it('differs in the one row that is missing, or that is too many', () => {
    fc.assert(
      fc.property(SOME, ([lines, at]) => {
        const all = ['Start', ...rowsOf(lines), 'End']
        const fewer = all.toSpliced(at + 1, 1)
        const [long, short] = [all, fewer].map((rows) => rows.map((text) => ({ text, depth: 0 })))
        assert.equal(failureOf(short, all.join('\n')).expected, all.join('\n'))
        assert.equal(failureOf(long, fewer.join('\n')).expected, fewer.join('\n'))
      }),
    )
  })

  it('has another text as expected than as actual, alike up to the row that the message names', () => {
    fc.assert(
      fc.property(fewRows(false), fewRows(true), (story, template) => {
        const lines = story.map((text) => ({ text, depth: 0 }))
        try {
          assertStory(lines, template.join('\n'))
        } catch (error) {
          assert.ok(error instanceof assert.AssertionError)
          const [actual, expected] = [error.actual, error.expected].map(String)
          assert.notEqual(actual, expected)
          const row = Number(/from row (\d+) on/.exec(error.message)?.[1])
          const [told, wanted] = [actual, expected].map((text) => text?.split('\n') ?? [])
          assert.deepEqual(told?.slice(0, row - 1), wanted?.slice(0, row - 1))
        }
      }),
      { numRuns: 500 },
    )
  })

  it("has the story's own text as expected wherever the two agree", () => {
    const story = ['Start 7', '  Picked Squat (1)', '  Picked Row (2)', 'Done'].map((text) => ({
      text,
      depth: 0,
    }))
    const template = 'Start <id>\n  Picked <any> (<id>)\n  …\nEnd'
    const { message, actual, expected } = failureOf(story, template, { id: /\d/ })
    assert.equal(actual, 'Start 7\n  Picked Squat (1)\n  Picked Row (2)\nDone')
    assert.equal(expected, 'Start 7\n  Picked Squat (1)\n  Picked Row (2)\nEnd')
    assert.equal(
      message,
      [
        'The story is not told as expected from row 4 on.',
        '  expected  End',
        '  actual    Done',
      ].join('\n'),
    )
  })

  it('says where either has ended', () => {
    const story = [{ text: 'a', depth: 0 }]
    assert.match(failureOf(story, 'a\nb').message, /row 2 on.\n {2}expected {2}b\n.*\(the end\)$/)
    assert.match(failureOf(story, '').message, /row 1 on.\n {2}expected {2}\(the end\)\n.* a$/)
  })

  it('takes undefined for no story, which no template agrees with', () => {
    for (const template of ['', '…', 'a']) {
      const { message, actual } = failureOf(undefined, template)
      assert.equal(message, 'There is no story.')
      assert.equal(actual, undefined)
    }
    assertStory([], '')
  })

  it('is not on the stack of what it throws, but its caller is', () => {
    const caller = (): void => assertStory([], 'a')
    try {
      caller()
    } catch (error) {
      assert.ok(error instanceof Error)
      assert.match(error.stack ?? '', /caller/)
      assert.doesNotMatch(error.stack ?? '', /at assertStory/)
      return
    }
    assert.fail('It agreed.')
  })
})
