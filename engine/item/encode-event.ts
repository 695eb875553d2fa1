import { ITEM_LIMIT_BYTES, itemSize, writeUnitsOf } from '../cost.ts'
import type { EventSummary, LogEvent } from '../event.ts'
import { cheapest } from './cheapest.ts'
import type { EventItem, Item, PartItem } from './item.ts'
import { FORMAT, partsKey } from './item.ts'
import type { CompressedStory, WrittenStory } from './story.ts'
import { compressedStory, plainStory } from './story.ts'
import type { WrittenEvent } from './written-event.ts'
import { writtenEvent } from './written-event.ts'

/** Up to this size an item costs one write unit, however much of it is used. */
const ONE_UNIT_BYTES = 1024

/** By how much brotli's bodies are smaller, at most as a rule: see docs/cost.md. */
const MOST_SAVED_BY_BROTLI = 0.1

/** What a part holds of a body: DynamoDB's limit less ample room for its keys. */
const PART_BYTES = 390 * 1024

/** The items that an event becomes. */
export interface EncodedEvent {
  /** In the order of writing: an event's own item comes last, so that what can be found is whole. */
  readonly items: readonly Item[]
  readonly bytes: number
  readonly writeUnits: number
}

/** An event as items: one, unless it is bigger than DynamoDB's 400 KB. */
export function encodeEvent(event: LogEvent): EncodedEvent {
  return encodeWritten(writtenEvent(event))
}

export function encodeWritten(event: WrittenEvent): EncodedEvent {
  const items = itemsOf(event)
  return {
    items,
    bytes: items.reduce((sum, item) => sum + itemSize(item), 0),
    writeUnits: items.reduce((sum, item) => sum + writeUnitsOf(item), 0),
  }
}

function itemsOf({ header: summary, story }: WrittenEvent): readonly Item[] {
  const header = headerOf(summary)
  const plain = plainItem(header, story)
  if (plain !== undefined) return [plain]
  const items = compressedItems(summary, header, compressedStory(story, summary.title))
  if (!maySaveUnit(items)) return items
  const smaller = compressedItems(summary, header, compressedStory(story, summary.title, 'br'))
  return cheapest([items, smaller])
}

/** Brotli takes almost twice the time of deflate, which pays where the item begins a kilobyte that it hardly uses. */
function maySaveUnit([item, ...others]: readonly Item[]): boolean {
  if (item === undefined || others.length > 0 || !('codec' in item)) return false
  const begun = itemSize(item) % ONE_UNIT_BYTES
  const saving = (item.body?.byteLength ?? 0) * MOST_SAVED_BY_BROTLI
  return itemSize(item) > ONE_UNIT_BYTES && begun > 0 && begun <= saving
}

function compressedItems(
  summary: EventSummary,
  header: EventItem,
  { body, codec }: CompressedStory,
): readonly Item[] {
  const whole: EventItem = { ...header, body, codec }
  if (itemSize(whole) <= ITEM_LIMIT_BYTES) return [whole]
  const parts = partsOf(summary, body)
  return [...parts, { ...header, codec, parts: parts.length }]
}

function headerOf({
  object,
  timestamp,
  prefix,
  level,
  title,
  lines,
  duration,
  ...rest
}: EventSummary): EventItem {
  const { trace, span, parent, service, host, expires, part, unfinished } = rest
  return {
    object,
    timestamp,
    prefix,
    level,
    title,
    lines,
    duration,
    v: FORMAT,
    ...(trace !== undefined && { trace }),
    ...(span !== undefined && { span }),
    ...(parent !== undefined && { parent }),
    ...(service !== undefined && { service }),
    ...(host !== undefined && { host }),
    ...(expires !== undefined && { expires }),
    ...(part !== undefined && { part }),
    ...(unfinished === true && { unfinished }),
  }
}

/** The readable form, where it fits in one write unit and UTF-8 can say all of it. */
function plainItem(header: EventItem, story: WrittenStory): EventItem | undefined {
  if (story.text.length > ONE_UNIT_BYTES) return undefined
  const item: EventItem = { ...header, ...plainStory(story) }
  return story.text.isWellFormed() && itemSize(item) <= ONE_UNIT_BYTES ? item : undefined
}

function partsOf({ timestamp, expires }: EventSummary, body: Uint8Array): readonly PartItem[] {
  const count = Math.ceil(body.byteLength / PART_BYTES)
  return Array.from({ length: count }, (_, part) => ({
    object: partsKey(timestamp),
    timestamp: String(part),
    body: body.subarray(part * PART_BYTES, (part + 1) * PART_BYTES),
    ...(expires !== undefined && { expires }),
  }))
}
