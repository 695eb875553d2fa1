/** What is wrong with a line of an import. */
export class LineError extends Error {
  override readonly name = 'LineError'
}
