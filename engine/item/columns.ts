import { DEEPEST_DEPTH } from '../deepest-depth.ts'
import type { ErrorDetail, JsonValue, Line } from '../event.ts'
import type { Level } from '../level.ts'
import { LEVELS } from '../level.ts'
import { depthMark } from '../story-text.ts'
import { LAST_MILLISECOND } from './timestamp.ts'

/** A value that only some lines have, by the number of the line. */
type Sparse<Value> = readonly Entry<Value>[]
type Entry<Value> = readonly [line: number, value: Value]

/**
 * What is kept of the lines beside their text, a column for each field: values that resemble each
 * other lie together, and what has its usual value is left out.
 */
export interface Columns {
  /** How deep each line is indented; left out where the text itself says it. */
  readonly depth?: readonly number[]
  /** By how much a line is deeper than it is indented; its text begins with the mark of its depth. */
  readonly deeper?: Sparse<number>
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

type SparseColumns = {
  [Name in 'deeper' | 'rows' | 'level' | 'took' | 'data' | 'error' | 'source']?: Entry<
    NonNullable<Columns[Name]>[number][1]
  >[]
}

/** The level of a line that says none. */
export const USUAL_LEVEL: Level = 'info'

/** @param deepest how deep the lines' texts are indented at most */
export function columnsOf(lines: readonly Line[], deepest: number): Columns {
  const columns: { -readonly [Name in keyof Columns]: Columns[Name] } = {}
  const elapsed: number[] = []
  const sparse: SparseColumns = {}
  let before = 0
  let isAmbiguous = false
  let takesTime = false
  for (const [index, line] of lines.entries()) {
    const { text, level, took, data, error, source } = line
    const at = tenths(line.elapsed)
    elapsed.push(at - before)
    takesTime ||= at !== before
    before = at
    isAmbiguous ||= text.startsWith(' ')
    if (line.depth > deepest) (sparse.deeper ??= []).push([index, line.depth - deepest])
    if (text.includes('\n')) (sparse.rows ??= []).push([index, text.split('\n').length])
    if (level !== USUAL_LEVEL) (sparse.level ??= []).push([index, LEVELS.indexOf(level)])
    if (took !== undefined) (sparse.took ??= []).push([index, tenths(took)])
    if (data !== undefined) (sparse.data ??= []).push([index, data])
    if (error !== undefined) (sparse.error ??= []).push([index, error])
    if (source !== undefined) (sparse.source ??= []).push([index, source])
  }
  if (isAmbiguous) columns.depth = lines.map(({ depth }) => Math.min(depth, deepest))
  if (takesTime) columns.elapsed = elapsed
  return { ...columns, ...sparse }
}

/** Puts the columns back beside the texts. */
export function linesOf(texts: readonly Pick<Line, 'text' | 'depth'>[], columns: Columns): Line[] {
  const deeper = new Map(columns.deeper)
  const level = new Map(columns.level)
  const took = new Map(columns.took)
  const data = new Map(columns.data)
  const error = new Map(columns.error)
  const source = new Map(columns.source)
  let elapsed = 0
  return texts.map(({ text, depth }, line) => {
    elapsed = timeWithin(elapsed + (columns.elapsed?.[line] ?? 0))
    return {
      ...placed(text, depth, deeper.get(line) ?? 0),
      elapsed: elapsed / 10,
      level: LEVELS[level.get(line) ?? LEVELS.indexOf(USUAL_LEVEL)] ?? USUAL_LEVEL,
      ...present('took', took.has(line) ? timeWithin(took.get(line) ?? 0) / 10 : undefined),
      ...present('data', data.get(line)),
      ...present('error', error.get(line)),
      ...present('source', source.get(line)),
    }
  })
}

/** A line of a story's text, at the depth that it says. */
function placed(text: string, indent: number, deeper: number): Pick<Line, 'text' | 'depth'> {
  if (deeper === 0) return { text, depth: indent }
  const depth = indent + deeper
  const mark = depthMark(depth)
  return {
    text: text.startsWith(mark) ? text.slice(mark.length) : text,
    depth: Math.min(depth, DEEPEST_DEPTH),
  }
}

/** In tenths of a millisecond: whatever a table may hold, it is a time that an event can take. */
function timeWithin(tenths: number): number {
  return Math.min(Math.max(0, tenths), 10 * LAST_MILLISECOND)
}

function present<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { [name in Name]?: Value } {
  const holder: { [name in Name]?: Value } = {}
  if (value !== undefined) holder[name] = value
  return holder
}

export function tenths(milliseconds: number): number {
  return Math.round(milliseconds * 10)
}
