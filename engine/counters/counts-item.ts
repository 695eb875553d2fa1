import { itemSize } from '../cost.ts'
import { StacktaleError } from '../errors/stacktale-error.ts'
import { checkCodec, compress, decompress } from '../item/codec.ts'
import type { Attributes } from '../item/decode-event.ts'
import type { CountsItem } from '../item/item.ts'
import { countsKey, FORMAT } from '../item/item.ts'
import type { Count, Counts } from './counts.ts'
import { countsJson, countsOfJson } from './counts-json.ts'
import { DAY_MS, dayName } from '../hours.ts'

/** As far back as charts go: a day's counts expire after so many days. */
export const COUNTS_DAYS = 400

const ONE_UNIT_BYTES = 1024

/**
 * What one writer stored in a day, as an item: readable where it fits in 1 KB.
 *
 * @param day when it begins, in milliseconds since the epoch
 * @param key the sort key, which no other writer has
 */
export function countsItem(day: number, key: string, counts: Counts): CountsItem {
  const head = {
    object: countsKey(dayName(day)),
    timestamp: key,
    events: counts.events,
    expires: (day + COUNTS_DAYS * DAY_MS) / 1000,
    v: FORMAT,
  }
  const json = countsJson(counts)
  const readable: CountsItem = { ...head, counts: json }
  if (itemSize(readable) <= ONE_UNIT_BYTES) return readable
  return { ...head, body: compress(json, 'deflate-raw'), codec: 'deflate-raw' }
}

/**
 * @param day when it begins, in milliseconds since the epoch
 * @throws StacktaleError `codec-unknown` or `body-damaged`
 */
export function countsOfItem(item: Attributes, day: number): readonly Count[] {
  const { counts, body, codec } = item
  if (typeof counts === 'string') return countsOfJson(counts, day)
  if (!(body instanceof Uint8Array) || typeof codec !== 'string') {
    throw new StacktaleError('body-damaged', 'An item of counts was read that holds none.')
  }
  return countsOfJson(decompress(body, checkCodec(codec)), day)
}
