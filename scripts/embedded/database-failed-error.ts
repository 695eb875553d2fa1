/** The embedded database cannot be kept running. */
export class DatabaseFailedError extends Error {
  override readonly name = 'DatabaseFailedError'

  constructor(where: string, output: string) {
    super(
      `The embedded database (${where}) does not stay up. Its last words:\n${output}\n` +
        'If its data are damaged, move that folder away and start again.',
    )
  }
}
