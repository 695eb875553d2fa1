import type { EventSummary, Line } from '../event.ts'
import { StacktaleError } from '../errors/stacktale-error.ts'
import { isLevel } from '../level.ts'
import { numberText } from './number-text.ts'
import { splitObjectKey } from './object-key.ts'
import { readCompressedStory, readPlainStory } from './story.ts'
import { LAST_MILLISECOND } from './timestamp.ts'

/** Attributes as a client gives them back, numbers still as text. */
export type Attributes = Readonly<Record<string, unknown>>

/** What a list shows of an item, whatever else may be wrong with it. */
export function summaryOf(item: Attributes): EventSummary {
  const object = textOf(item['object'])
  const key = splitObjectKey(object)
  const level = item['level']
  return {
    object,
    prefix: key?.prefix ?? '',
    id: key?.id ?? '',
    timestamp: numberText(item['timestamp']) ?? '0',
    level: isLevel(level) ? level : 'info',
    title: textOf(item['title']),
    lines: amountOf(item['lines']) ?? 0,
    duration: amountOf(item['duration']) ?? 0,
    ...textIn('trace', item),
    ...textIn('span', item),
    ...textIn('parent', item),
    ...textIn('service', item),
    ...textIn('host', item),
    ...amountIn('expires', item),
    ...amountIn('part', item),
    ...(item['unfinished'] === true && { unfinished: true }),
  }
}

/** How many parts hold the item's story; 0 where it holds it itself. */
export function partCountOf(item: Attributes): number {
  return amountOf(item['parts']) ?? 0
}

/**
 * The lines of an item's story.
 *
 * @param parts the bodies of the event's parts, in their order
 * @throws StacktaleError `body-damaged`, `codec-unknown` or `part-missing`
 */
export function storyOf(item: Attributes, parts: readonly Attributes[] = []): readonly Line[] {
  const message = item['message']
  if (typeof message === 'string') return readPlainStory({ message, ...textIn('detail', item) })
  const story = { body: bodyOf(item, parts), codec: textOf(item['codec']) }
  return readCompressedStory(story, textOf(item['title']))
}

function bodyOf(item: Attributes, parts: readonly Attributes[]): Uint8Array {
  const expected = partCountOf(item)
  const bodies = (expected === 0 ? [item] : parts).flatMap(({ body }) =>
    body instanceof Uint8Array ? [body] : [],
  )
  if (bodies.length === Math.max(1, expected)) return Buffer.concat(bodies)
  throw expected === 0
    ? new StacktaleError(
        'body-damaged',
        'This item has neither a message nor a body: something else than stacktale wrote or changed it.',
      )
    : new StacktaleError(
        'part-missing',
        `This story was stored in ${expected} parts, and ${bodies.length} of them are left: the others were deleted or have expired.`,
      )
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function textIn<Name extends string>(name: Name, item: Attributes): { [name in Name]?: string } {
  const value = item[name]
  const holder: { [name in Name]?: string } = {}
  if (typeof value === 'string') holder[name] = value
  return holder
}

function amountIn<Name extends string>(name: Name, item: Attributes): { [name in Name]?: number } {
  const value = amountOf(item[name])
  const holder: { [name in Name]?: number } = {}
  if (value !== undefined) holder[name] = value
  return holder
}

/** A number from 0 up, no larger than a time in milliseconds can be: a table may hold any. */
function amountOf(value: unknown): number | undefined {
  const number = Number(numberText(value) ?? NaN)
  return number >= 0 && number <= LAST_MILLISECOND ? number : undefined
}
