/** Prints what went wrong: the message alone, or, where `DEBUG` is set, all that is known. */
export function reportFatal(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  console.error(`\n  ✖ ${message.replaceAll('\n', '\n    ')}`)
  if (process.env['DEBUG']) console.error(error)
}
