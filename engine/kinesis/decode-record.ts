import { itemSize, writeUnitsOf } from '../cost.ts'
import type { Load } from '../delivery/load.ts'
import type { Items } from '../delivery/table-carrier.ts'
import { tableLoad } from '../delivery/table-carrier.ts'
import { StacktaleError } from '../errors/stacktale-error.ts'
import type { EventSummary } from '../event.ts'
import { isColumns } from '../item/check-columns.ts'
import type { Attributes } from '../item/decode-event.ts'
import { partCountOf, summaryOf } from '../item/decode-event.ts'
import type { EventItem, Item, PartItem } from '../item/item.ts'
import { FORMAT, partsKey } from '../item/item.ts'
import { checkPrefix, splitObjectKey } from '../item/object-key.ts'
import { isTimestamp } from '../item/timestamp.ts'
import { isLevel } from '../level.ts'
import { RECORD_FORMAT, unfoldRecord } from './record-format.ts'

const PARTS = partsKey('')

/**
 * What a record holds, ready for the table.
 *
 * @throws StacktaleError `body-damaged` for a record that is none of stacktale's or is damaged,
 * `codec-unknown` for one that a later version wrote
 */
export function decodeRecord(data: Uint8Array): Load<Items> {
  const content = parse(data)
  const version = content['v']
  if (typeof version !== 'number') throw notOurs('it names no version')
  if (version > RECORD_FORMAT) {
    throw new StacktaleError(
      'codec-unknown',
      `This record is of version ${version}, and this version reads ${RECORD_FORMAT}. A newer stacktale wrote it: update the consumer.`,
    )
  }
  if (isRecord(content['header'])) return eventLoad(content['header'], content['story'])
  if (isRecord(content['item'])) return itemLoad(content['item'], content['prefix'])
  throw notOurs('it has neither an event nor an item')
}

function parse(data: Uint8Array): Attributes {
  let content: unknown
  try {
    content = JSON.parse(unfoldRecord(data))
  } catch (cause) {
    throw notOurs('it is not JSON, nor JSON that was deflated', cause)
  }
  if (isRecord(content)) return content
  throw notOurs('it is not an object')
}

function eventLoad(header: Attributes, story: unknown): Load<Items> {
  const [text, columns]: readonly unknown[] = Array.isArray(story) ? story : []
  if (typeof text !== 'string' || !isColumns(columns)) throw notOurs('its story is none')
  return tableLoad({
    header: checkedSummary(header),
    story: { text, columns: JSON.stringify(columns) },
  })
}

function itemLoad(attributes: Attributes, prefix: unknown): Load<Items> {
  checkPrefix(prefix)
  const { object } = attributes
  if (typeof object === 'string' && object.startsWith(PARTS)) {
    return loadOf(partItem(attributes, object), prefix)
  }
  const { id: _id, ...summary } = checkedSummary(attributes)
  const parts = partCountOf(attributes)
  const { codec } = attributes
  if (typeof codec !== 'string' || parts < 1) throw notOurs('its item has no parts')
  const item: EventItem = { ...summary, v: FORMAT, codec, parts }
  return loadOf(item, prefix, summary)
}

function partItem({ timestamp, body, expires }: Attributes, object: string): PartItem {
  if (!isTimestamp(object.slice(PARTS.length))) throw notOurs('its part is of no event')
  if (typeof timestamp !== 'string' || !/^\d{1,6}$/.test(timestamp) || typeof body !== 'string') {
    throw notOurs('its part has no number or no body')
  }
  return {
    object,
    timestamp,
    body: Buffer.from(body, 'base64'),
    ...(typeof expires === 'number' && { expires }),
  }
}

function loadOf(
  item: EventItem | PartItem,
  prefix: string,
  { level, lines }: Pick<EventSummary, 'level' | 'lines'> = { level: 'info', lines: 0 },
): Load<Items> {
  const content: readonly Item[] = [item]
  const { object, timestamp } = item
  const [bytes, writeUnits] = [itemSize(item), writeUnitsOf(item)]
  return { object, timestamp, prefix, level, lines, bytes, writeUnits, content }
}

function checkedSummary(header: Attributes): EventSummary {
  const summary = summaryOf(header)
  const { object, timestamp, prefix } = summary
  if (splitObjectKey(object) === undefined || header['prefix'] !== prefix) {
    throw notOurs('its key is not a prefix, "_" and an id')
  }
  if (!isTimestamp(timestamp)) throw notOurs('its timestamp is none')
  if (!isLevel(header['level'])) throw notOurs('its level is none')
  return summary
}

function isRecord(value: unknown): value is Attributes {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function notOurs(why: string, cause?: unknown): StacktaleError {
  return new StacktaleError('body-damaged', `This record is not an event of stacktale: ${why}.`, {
    cause,
  })
}
