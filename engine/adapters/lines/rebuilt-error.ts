/** What is left of an error that another logger has made text of. */
export interface ErrorText {
  readonly name?: string | undefined
  /** Default: the heading of the stack. */
  readonly message?: string | undefined
  /** Those of its causes may follow, each behind `caused by: `. */
  readonly stack: string
  readonly cause?: unknown
  readonly errors?: readonly unknown[] | undefined
  /** Fields of the error's own. */
  readonly fields?: object | undefined
}

const NEXT_CAUSE = '\ncaused by: '
const FIRST_FRAME = /^ {4}at /m
const HEADING = /^([\w$.]+)(?: \[[^\]]+\])?(?:: ([^]*))?$/

/** Whether a text is a stack of calls. */
export function isStack(text: unknown): text is string {
  return typeof text === 'string' && FIRST_FRAME.test(text)
}

/** An error again, with its stack and its causes, as it was before it became text. */
export function rebuiltError(text: ErrorText): Error {
  const [own = '', ...others] = text.stack.split(NEXT_CAUSE)
  const heading = headingOf(own)
  const cause =
    text.cause ?? (others.length > 0 ? rebuiltError({ stack: others.join(NEXT_CAUSE) }) : undefined)
  // A message that includes those of the causes is read from the heading, which has its own alone.
  const message = others.length > 0 ? heading.message : (text.message ?? heading.message)
  const error = new Error(message, cause === undefined ? undefined : { cause })
  Object.assign(error, text.fields)
  hide(error, 'name', text.name ?? heading.name)
  hide(error, 'stack', own)
  if (text.errors !== undefined) hide(error, 'errors', text.errors)
  return error
}

/** As an error's own fields are: not listed. */
function hide(error: Error, name: string, value: unknown): void {
  Object.defineProperty(error, name, { value, configurable: true, writable: true })
}

function headingOf(stack: string): { readonly name: string; readonly message: string } {
  const heading = (stack.split(FIRST_FRAME, 1)[0] ?? '').trimEnd()
  const [, name, message = ''] = HEADING.exec(heading) ?? []
  return name === undefined ? { name: 'Error', message: heading } : { name, message }
}
