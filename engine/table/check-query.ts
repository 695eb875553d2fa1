import { StacktaleError } from '../errors/stacktale-error.ts'
import { checkPrefix } from '../item/object-key.ts'
import { isLevel, LEVELS } from '../level.ts'
import type { EventQuery, FeedQuery } from './event-page.ts'

/** How many events a page has, unless the query says otherwise, and the most that it may say. */
export const DEFAULT_LIMIT = 100
export const LARGEST_LIMIT = 1000
/** The read units that a page takes at most, unless the query says otherwise. */
export const PAGE_READ_UNITS = 25

/** @throws StacktaleError `level-unknown` or `limit-invalid` */
export function checkQuery({ level, limit = DEFAULT_LIMIT, maxReadUnits = 1 }: EventQuery): void {
  if (level !== undefined && !isLevel(level)) {
    throw new StacktaleError(
      'level-unknown',
      `There is no level ${JSON.stringify(level)}; there are ${LEVELS.join(', ')}.`,
    )
  }
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_LIMIT) {
    throw new StacktaleError(
      'limit-invalid',
      `"limit" must be a whole number from 1 to ${LARGEST_LIMIT}; it is ${String(limit)}.`,
    )
  }
  if (!(maxReadUnits > 0)) {
    throw new StacktaleError(
      'limit-invalid',
      `"maxReadUnits" must be a number above 0; it is ${String(maxReadUnits)}.`,
    )
  }
}

/**
 * The prefixes that a query asks for.
 *
 * @returns undefined for all that there are
 * @throws StacktaleError `prefix-invalid`
 */
export function askedPrefixes({ prefix, prefixes }: FeedQuery): readonly string[] | undefined {
  const named = prefix === undefined ? prefixes : [prefix]
  for (const each of [...(named ?? []), ...(prefixes ?? [])]) checkPrefix(each)
  if (named === undefined || prefixes === undefined) return named
  return [...new Set(named)].filter((each) => prefixes.includes(each))
}
