import { FEED_ATTRIBUTES } from '../../../engine/item/item.ts'
import type { TableStatus } from '../../../engine/table/table-status.ts'
import { count } from '../count.ts'
import { sizeText } from '../size-text.ts'
import { expiryText } from '../expiry-text.ts'
import type { Finding } from './finding.ts'
import { fine, wrong } from './finding.ts'

/** An event's place in the table, and in the index. */
const TABLE_KEYS = 'object, timestamp'
const FEED_KEYS = 'prefix, timestamp'

export function checkTable(
  table: string,
  status: TableStatus | undefined,
  options: string,
): Finding {
  if (status === undefined) {
    return wrong('table', `There is no table ${table}.`, `stacktale table create ${options}`)
  }
  const { state, items, bytes } = status
  if (state === 'ACTIVE' || state === 'UPDATING') {
    return fine('table', `${table}, ${count(items, 'item')}, ${sizeText(bytes)}`)
  }
  return wrong('table', `${table} is ${state.toLowerCase()}.`, `stacktale table status ${options}`)
}

export function checkKeys({ keys }: TableStatus, options: string): Finding {
  const found = keys.join(', ')
  if (found === TABLE_KEYS) return fine('keys', found)
  return wrong(
    'keys',
    `They are ${found}, where ${TABLE_KEYS} were expected: something else made this table.`,
    createAnother(options),
  )
}

export function checkIndex({ feed }: TableStatus, options: string): Finding {
  if (feed === undefined) {
    return wrong('index', 'There is no index feed.', createAnother(options))
  }
  const keys = feed.keys.join(', ')
  if (keys !== FEED_KEYS) {
    return wrong(
      'index',
      `feed has the keys ${keys}, where ${FEED_KEYS} were expected.`,
      createAnother(options),
    )
  }
  const missing = FEED_ATTRIBUTES.filter((name) => !feed.attributes.includes(name))
  if (missing.length > 0) {
    return wrong('index', `feed does not hold ${missing.join(', ')}.`, createAnother(options))
  }
  const { state } = feed
  if (state === 'ACTIVE' || state === 'UPDATING') return fine('index', 'feed')
  return wrong('index', `feed is ${state.toLowerCase()}.`, `stacktale table status ${options}`)
}

export function checkExpiry({ expiry }: TableStatus, options: string, isAws: boolean): Finding {
  const text = expiryText(expiry)
  if (expiry === 'enabled') return fine('expiry', text)
  if (!isAws) return fine('expiry', `${text}: fine outside AWS`)
  return wrong('expiry', `${text}, and fill the table.`, `stacktale table create ${options}`)
}

/** Keys cannot be changed: a table of another name is needed. */
function createAnother(options: string): string {
  return `stacktale table create ${options.replace(/^--table \S+/, '--table another-name')}`
}
