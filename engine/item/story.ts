import type { Line, LogEvent } from '../event.ts'
import { linesOfStoryText } from '../story-text.ts'
import { isColumns } from './check-columns.ts'
import type { Codec, LineCodec } from './codec.ts'
import { checkCodec, compress, decompress } from './codec.ts'
import { columnsOf, linesOf } from './columns.ts'
import { damaged } from './damaged.ts'
import { readBody } from './read-body.ts'
import { writeBody } from './write-body.ts'

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

/** A story as JSON: its text, and what else is known of its lines. */
export function storyJson({ text, lines }: Pick<LogEvent, 'text' | 'lines'>): string {
  return JSON.stringify([text, columnsOf(lines)])
}

/** @param json what `storyJson` gave */
export function plainStory(json: string): PlainStory {
  const [message, columns]: [string, object] = JSON.parse(json)
  return Object.keys(columns).length === 0
    ? { message }
    : { message, detail: JSON.stringify(columns) }
}

/**
 * The story compressed.
 *
 * @param json what `storyJson` gave
 * @param title the event's
 * @param codec how, where the layout can say the story
 */
export function compressedStory(
  json: string,
  title: string,
  codec: LineCodec = 'deflate-lines',
): CompressedStory {
  const [text, columns]: [string, unknown] = JSON.parse(json)
  const body = writeBody(linesOfColumns(text, columns), title, codec)
  return body === undefined
    ? { body: compress(json, 'deflate-raw'), codec: 'deflate-raw' }
    : { body, codec }
}

/** @throws StacktaleError `body-damaged` */
export function readPlainStory({ message, detail = '{}' }: PlainStory): Line[] {
  return linesOfColumns(message, parse(detail))
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
  const story = parse(decompress(body, known))
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

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw damaged('it is not JSON', cause)
  }
}
