import { errorHeading } from './error-detail.ts'
import type { ErrorDetail } from './event.ts'
import { plainText } from './plain-data.ts'

/** The text of a line, without its secrets: the heading of its error where there is none of its own. */
export function checkedText(text: unknown, error: ErrorDetail | undefined): string {
  return text === undefined && error !== undefined ? errorHeading(error) : plainText(text)
}
