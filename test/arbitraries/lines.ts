import fc from 'fast-check'
import { DEEPEST_DEPTH } from '../../engine/deepest-depth.ts'
import type { ErrorDetail, JsonValue, Line } from '../../engine/event.ts'
import { LEVELS } from '../../engine/level.ts'

/** Any sequence of UTF-16 units: NUL, line breaks and halves of surrogate pairs among them. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    '',
    ' ',
    '  two spaces',
    'a\n  b\n',
    '\n',
    '\u0000',
    '\u001b[31mred',
    '<b>&amp;',
    '😀',
    '\ud83d',
    '\r\n',
  ),
)

/** What survives JSON unchanged: it has no minus zero. */
export const anyJson: fc.Arbitrary<JsonValue> = fc
  .json({ maxDepth: 3 })
  .map((json): JsonValue => JSON.parse(json.replaceAll('-0', '0')))

/** An error with up to this many causes below it. */
function anyErrorOf(causes: number): fc.Arbitrary<ErrorDetail> {
  const fields = {
    name: anyText,
    message: anyText,
    stack: anyText,
    code: fc.oneof(fc.integer(), anyText),
    data: anyJson,
  }
  const requiredKeys: ['name', 'message'] = ['name', 'message']
  if (causes === 0) return fc.record(fields, { requiredKeys, noNullPrototype: true })
  return fc.record(
    { ...fields, cause: anyErrorOf(causes - 1) },
    { requiredKeys, noNullPrototype: true },
  )
}

const lineParts = fc.record(
  {
    text: anyText,
    depth: fc.nat({ max: 40 }),
    pauseTenths: fc.nat({ max: 100_000 }),
    level: fc.constantFrom(...LEVELS),
    took: fc.nat({ max: 100_000 }).map((tenths) => tenths / 10),
    data: anyJson,
    error: anyErrorOf(3),
    source: anyText,
  },
  { requiredKeys: ['text', 'depth', 'pauseTenths', 'level'], noNullPrototype: true },
)

/** The lines of a story: at least one, with times that do not run backwards. */
export const anyLines: fc.Arbitrary<readonly Line[]> = fc
  .array(lineParts, { minLength: 1, maxLength: 30 })
  .map((parts) => {
    let tenths = 0
    return parts.map(({ pauseTenths, ...line }): Line => {
      tenths += pauseTenths
      return { ...line, elapsed: tenths / 10 }
    })
  })

/** The lines of a story of any depth that is kept. */
export const anyDeepLines: fc.Arbitrary<readonly Line[]> = anyLines.chain((lines) =>
  fc
    .tuple(...lines.map(() => fc.oneof(fc.nat(120), fc.nat(DEEPEST_DEPTH))))
    .map((depths) => lines.map((line, at) => ({ ...line, depth: depths[at] ?? 0 }))),
)
