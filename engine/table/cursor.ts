import { StacktaleError } from '../errors/stacktale-error.ts'
import { isTimestamp, timestampWithin } from '../item/timestamp.ts'

/** The first character says the format, so that a later one can be told apart. */
const FORMAT = '1'

/**
 * A page's end as an opaque text: what comes after it lies before this sort key. One that no event has, as
 * something else wrote it, is cut to what one may have.
 */
export function encodeCursor(before: string): string {
  return Buffer.from(`${FORMAT}${timestampWithin(before)}`).toString('base64url')
}

/** @throws StacktaleError `cursor-invalid` */
export function decodeCursor(cursor: string): string {
  const text = typeof cursor === 'string' ? Buffer.from(cursor, 'base64url').toString('latin1') : ''
  const before = text.slice(FORMAT.length)
  if (text.startsWith(FORMAT) && isTimestamp(before) && encodeCursor(before) === cursor)
    return before
  throw new StacktaleError(
    'cursor-invalid',
    'This cursor is not one that an earlier page gave, or it was cut. Start again without a cursor.',
  )
}
