import type { ErrorDetail, JsonValue, Line } from '../event.ts'
import type { Level } from '../level.ts'
import { LEVELS } from '../level.ts'

/** A value that only some lines have, by the number of the line. */
type Sparse<Value> = readonly (readonly [line: number, value: Value])[]

/**
 * What is kept of the lines beside their text, a column for each field: values that resemble each
 * other lie together, and what has its usual value is left out.
 */
export interface Columns {
  /** Depth of each line; left out where the text's own indentation says it. */
  readonly depth?: readonly number[]
  /** Rows of text a line has, where it is not one. */
  readonly rows?: Sparse<number>
  /** Tenths of a millisecond since the line before; left out where all are 0. */
  readonly elapsed?: readonly number[]
  /** The level, where it is not info, as its place in the list of levels. */
  readonly level?: Sparse<number>
  /** Tenths of a millisecond that a step took. */
  readonly took?: Sparse<number>
  readonly data?: Sparse<JsonValue>
  readonly error?: Sparse<ErrorDetail>
  readonly source?: Sparse<string>
}

const USUAL_LEVEL: Level = 'info'

export function columnsOf(lines: readonly Line[]): Columns {
  const ambiguous = lines.some(({ text }) => text.startsWith(' '))
  const elapsed = lines.map(
    (line, index) => tenths(line.elapsed) - tenths(lines[index - 1]?.elapsed ?? 0),
  )
  return {
    ...(ambiguous && { depth: lines.map(({ depth }) => depth) }),
    ...column('rows', lines, ({ text }) =>
      text.includes('\n') ? text.split('\n').length : undefined,
    ),
    ...(elapsed.some((step) => step !== 0) && { elapsed }),
    ...column('level', lines, ({ level }) =>
      level === USUAL_LEVEL ? undefined : LEVELS.indexOf(level),
    ),
    ...column('took', lines, ({ took }) => (took === undefined ? undefined : tenths(took))),
    ...column('data', lines, ({ data }) => data),
    ...column('error', lines, ({ error }) => error),
    ...column('source', lines, ({ source }) => source),
  }
}

/** Puts the columns back beside the texts. */
export function linesOf(texts: readonly Pick<Line, 'text' | 'depth'>[], columns: Columns): Line[] {
  const level = new Map(columns.level)
  const took = new Map(columns.took)
  const data = new Map(columns.data)
  const error = new Map(columns.error)
  const source = new Map(columns.source)
  let elapsed = 0
  return texts.map(({ text, depth }, line) => {
    elapsed += columns.elapsed?.[line] ?? 0
    return {
      text,
      depth,
      elapsed: elapsed / 10,
      level: LEVELS[level.get(line) ?? LEVELS.indexOf(USUAL_LEVEL)] ?? USUAL_LEVEL,
      ...present('took', took.has(line) ? (took.get(line) ?? 0) / 10 : undefined),
      ...present('data', data.get(line)),
      ...present('error', error.get(line)),
      ...present('source', source.get(line)),
    }
  })
}

function column<Name extends string, Value>(
  name: Name,
  lines: readonly Line[],
  value: (line: Line) => Value | undefined,
): { [name in Name]?: Sparse<Value> } {
  const entries = lines.flatMap((line, index): [number, Value][] => {
    const found = value(line)
    return found === undefined ? [] : [[index, found]]
  })
  return entries.length === 0 ? {} : present(name, entries)
}

function present<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { [name in Name]?: Value } {
  const holder: { [name in Name]?: Value } = {}
  if (value !== undefined) holder[name] = value
  return holder
}

function tenths(milliseconds: number): number {
  return Math.round(milliseconds * 10)
}
