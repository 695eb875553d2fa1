import { StacktaleError } from '../errors/stacktale-error.ts'

/** What is thrown where a story's bytes were read, but are not a story. */
export function damaged(why: string, cause?: unknown): StacktaleError {
  return new StacktaleError(
    'body-damaged',
    `The story was read from the table, but ${why}. The rest of the item is shown as it is.`,
    { cause },
  )
}
