import type { Line, LogEvent } from '../event.ts'
import { deepestIndent, linesOfStoryText } from '../story-text.ts'
import { isColumns } from './check-columns.ts'
import type { Codec, LineCodec } from './codec.ts'
import { checkCodec, compress, decompress } from './codec.ts'
import { columnsOf, linesOf } from './columns.ts'
import { damaged } from './damaged.ts'
import { parseJson } from './parse-json.ts'
import { readBody } from './read-body.ts'
import { writeBody } from './write-body.ts'

const NO_COLUMNS = '{}'

/** What is stored of an event's lines. */
export interface WrittenStory {
  /** What `storyText` gave. */
  readonly text: string
  /** What `columnsOf` gave, as JSON. */
  readonly columns: string
}

/** A story as readable text, with what else is known of its lines as JSON. */
export interface PlainStory {
  readonly message: string
  readonly detail?: string
}

/** A story as compressed bytes. */
export interface CompressedStory {
  readonly body: Uint8Array
  readonly codec: Codec
}

/** What is to be stored of the lines; the same lines at any time after. */
export function writtenStory({ text, lines }: Pick<LogEvent, 'text' | 'lines'>): WrittenStory {
  return { text, columns: JSON.stringify(columnsOf(lines, deepestIndent(lines))) }
}

/** The story as JSON: its text, and its columns. */
export function storyJson({ text, columns }: WrittenStory): string {
  return `[${JSON.stringify(text)},${columns}]`
}

export function plainStory({ text, columns }: WrittenStory): PlainStory {
  return columns === NO_COLUMNS ? { message: text } : { message: text, detail: columns }
}

/**
 * The story compressed.
 *
 * @param title the event's
 * @param codec how, where the layout can say the story
 */
export function compressedStory(
  story: WrittenStory,
  title: string,
  codec: LineCodec = 'deflate-lines',
): CompressedStory {
  const lines = linesOfColumns(story.text, parseJson(story.columns))
  const body = writeBody(lines, title, codec)
  if (body !== undefined) return { body, codec }
  return { body: compress(storyJson(story), 'deflate-raw'), codec: 'deflate-raw' }
}

/** @throws StacktaleError `body-damaged` */
export function readPlainStory({ message, detail = NO_COLUMNS }: PlainStory): Line[] {
  return linesOfColumns(message, parseJson(detail))
}

/**
 * @param codec as the item names it
 * @param title the event's
 * @throws StacktaleError `codec-unknown` or `body-damaged`
 */
export function readCompressedStory(
  { body, codec }: { readonly body: Uint8Array; readonly codec: string },
  title: string,
): Line[] {
  const known = checkCodec(codec)
  if (known !== 'deflate-raw') return readBody(body, title, known)
  const story = parseJson(decompress(body, known))
  if (!Array.isArray(story) || typeof story[0] !== 'string') throw damaged('it is not a story')
  return linesOfColumns(story[0], story[1])
}

function linesOfColumns(text: string, columns: unknown): Line[] {
  if (!isColumns(columns)) throw damaged('its columns are not those of a story')
  const rows = new Map(columns.rows)
  return linesOf(
    linesOfStoryText(text, (line) => rows.get(line) ?? 1, columns.depth),
    columns,
  )
}
