import type { Line } from '../../engine/event.ts'
import type { Level } from '../../engine/level.ts'
import { hasAny, patternOf } from '../query/search/text-pattern.ts'
import { lineTexts } from '../query/search/story-texts.ts'
import { count } from './count.ts'
import type { TextPart } from './marked-text.ts'
import { markedText } from './marked-text.ts'

/** Where a story has what was searched for: the lines, each with the one before and the one after. */
export interface Excerpts {
  readonly passages: readonly (readonly ExcerptLine[])[]
  /** How many more lines have it; empty where all are shown. */
  readonly others: string
}

export interface ExcerptLine {
  readonly number: number
  readonly level: Level
  readonly indent: number
  readonly isHit: boolean
  readonly parts: readonly TextPart[]
  /** What has the hit, where the line's text has none: its error or its data. */
  readonly beside: readonly TextPart[] | undefined
}

const MOST_HITS = 3
const ROW_LENGTH = 160
/** How much is left before a hit in a row that is cut. */
const LEAD = 50
const DEEPEST_INDENT = 6

/** @returns undefined where no line has it, as where something is only not wanted */
export function excerptsOf(
  { lines }: { readonly lines: readonly Line[] },
  wanted: readonly string[],
): Excerpts | undefined {
  const isHit = (text: string): boolean => hasAny(text, wanted)
  const hits = lines.flatMap((line, index) => (lineTexts(line).some(isHit) ? [index] : []))
  if (hits.length === 0) return undefined
  const shown = hits.slice(0, MOST_HITS)
  const near = [...new Set(shown.flatMap((hit) => [hit - 1, hit, hit + 1]))].flatMap((index) => {
    const line = lines[index]
    return line === undefined ? [] : [{ line, index }]
  })
  const shallowest = Math.min(...near.map(({ line }) => line.depth))
  const passages: ExcerptLine[][] = []
  for (const { line, index } of near) {
    const excerpt = {
      ...lineExcerpt(line, wanted),
      number: index + 1,
      indent: Math.min(line.depth - shallowest, DEEPEST_INDENT),
    }
    const passage = passages.at(-1)
    if (passage?.at(-1)?.number === index) passage.push(excerpt)
    else passages.push([excerpt])
  }
  const others = hits.length - shown.length
  return { passages, others: others === 0 ? '' : `and ${count(others, 'more line')}` }
}

function lineExcerpt(
  line: Line,
  wanted: readonly string[],
): Omit<ExcerptLine, 'number' | 'indent'> {
  const [text = '', ...besides] = lineTexts(line)
  const isTextHit = hasAny(text, wanted)
  const beside = isTextHit ? undefined : besides.find((each) => hasAny(each, wanted))
  return {
    level: line.level,
    isHit: isTextHit || beside !== undefined,
    parts: markedText(rowWith(text, wanted), wanted),
    beside: beside === undefined ? undefined : markedText(rowWith(beside, wanted), wanted),
  }
}

/** The row of a text that has a hit, cut to what a list has room for. */
function rowWith(text: string, wanted: readonly string[]): string {
  const rows = text.split('\n')
  const row = rows.find((each) => hasAny(each, wanted)) ?? rows[0] ?? ''
  const at = Math.max(0, row.search(patternOf(wanted)))
  const start = at > ROW_LENGTH - LEAD ? at - LEAD : 0
  const end = start + ROW_LENGTH
  return `${start > 0 ? '…' : ''}${row.slice(start, end).trim()}${end < row.length ? '…' : ''}`
}
