import type { JsonValue } from '../../event.ts'
import type { Glyphs } from './glyphs.ts'
import type { Span } from './row.ts'
import { span } from './row.ts'

const LONGEST_DATA = 1000

/** Data beside a text, as compact JSON. */
export function dataSpan(data: JsonValue, { ellipsis }: Glyphs): Span {
  const json = JSON.stringify(data)
  const more = json.length - LONGEST_DATA
  const shown =
    more > 0 ? `${json.slice(0, LONGEST_DATA)}${ellipsis} [${more} more characters]` : json
  return span(`  ${shown}`, 'dim')
}
