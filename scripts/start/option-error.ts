/** What the command line or the environment asks for cannot be. */
export class OptionError extends Error {
  override readonly name = 'OptionError'
}
