import { ITEM_LIMIT_BYTES, itemSize, writeUnitsOf } from '../cost.ts'
import type { LogEvent } from '../event.ts'
import type { EventItem, Item, PartItem } from './item.ts'
import { FORMAT, partsKey } from './item.ts'
import { compressedStory, plainStory } from './story.ts'

/** Up to this size an item costs one write unit, however much of it is used. */
const ONE_UNIT_BYTES = 1024

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
  const items = itemsOf(event)
  return {
    items,
    bytes: items.reduce((sum, item) => sum + itemSize(item), 0),
    writeUnits: items.reduce((sum, item) => sum + writeUnitsOf(item), 0),
  }
}

function itemsOf(event: LogEvent): readonly Item[] {
  const header = headerOf(event)
  const plain = plainItem(header, event)
  if (plain !== undefined) return [plain]
  const story = compressedStory(event.lines)
  const whole: EventItem = { ...header, ...story }
  if (itemSize(whole) <= ITEM_LIMIT_BYTES) return [whole]
  const parts = partsOf(event, story.body)
  return [...parts, { ...header, codec: story.codec, parts: parts.length }]
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
}: LogEvent): EventItem {
  const { trace, service, host, expires, part, unfinished } = rest
  return {
    object,
    timestamp,
    prefix,
    level,
    title,
    lines: lines.length,
    duration,
    v: FORMAT,
    ...(trace !== undefined && { trace }),
    ...(service !== undefined && { service }),
    ...(host !== undefined && { host }),
    ...(expires !== undefined && { expires }),
    ...(part !== undefined && { part }),
    ...(unfinished === true && { unfinished }),
  }
}

/** The readable form, where it fits in one write unit and UTF-8 can say all of it. */
function plainItem(header: EventItem, event: LogEvent): EventItem | undefined {
  const textBytes = event.lines.reduce((sum, { text }) => sum + text.length, 0)
  if (textBytes > ONE_UNIT_BYTES) return undefined
  const story = plainStory(event.lines)
  const item: EventItem = { ...header, ...story }
  return story.message.isWellFormed() && itemSize(item) <= ONE_UNIT_BYTES ? item : undefined
}

function partsOf({ timestamp, expires }: LogEvent, body: Uint8Array): readonly PartItem[] {
  const count = Math.ceil(body.byteLength / PART_BYTES)
  return Array.from({ length: count }, (_, part) => ({
    object: partsKey(timestamp),
    timestamp: String(part),
    body: body.subarray(part * PART_BYTES, (part + 1) * PART_BYTES),
    ...(expires !== undefined && { expires }),
  }))
}
