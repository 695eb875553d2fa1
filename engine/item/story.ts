import type { Line, LogEvent } from '../event.ts'
import { StacktaleError } from '../errors/stacktale-error.ts'
import { linesOfStoryText } from '../story-text.ts'
import { isColumns } from './check-columns.ts'
import { CODEC, compress, decompress } from './codec.ts'
import { columnsOf, linesOf } from './columns.ts'

/** A story as readable text, with what else is known of its lines as JSON. */
export interface PlainStory {
  readonly message: string
  readonly detail?: string
}

/** A story as compressed bytes. */
export interface CompressedStory {
  readonly body: Uint8Array
  readonly codec: string
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

/** @param json what `storyJson` gave */
export function compressedStory(json: string): CompressedStory {
  return { body: compress(json), codec: CODEC }
}

/** @throws StacktaleError `body-damaged` */
export function readPlainStory({ message, detail = '{}' }: PlainStory): Line[] {
  return linesOfColumns(message, parse(detail))
}

/** @throws StacktaleError `codec-unknown` or `body-damaged` */
export function readCompressedStory({ body, codec }: CompressedStory): Line[] {
  const story = parse(decompress(body, codec))
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

function damaged(why: string, cause?: unknown): StacktaleError {
  return new StacktaleError(
    'body-damaged',
    `The story was read from the table, but ${why}. The rest of the item is shown as it is.`,
    { cause },
  )
}
