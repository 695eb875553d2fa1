/** What is hidden beyond the obvious. docs/data.md lists what is obvious. */
export interface RedactOptions {
  /**
   * Places in data: names joined by dots, such as `user.password`; `*` is any one name or index,
   * `**` any number of them. Default: none.
   */
  readonly paths?: readonly string[] | undefined
  /**
   * Names whose values are hidden wherever they are. A text is a whole name; it is compared without
   * case, `_` and `-`. Default: none beyond the obvious.
   */
  readonly names?: readonly (string | RegExp)[] | undefined
  /** What is hidden in any text; the whole match is. Default: none beyond the obvious. */
  readonly patterns?: readonly RegExp[] | undefined
  /** Names that look secret and are not, such as `nextToken`. Default: none. */
  readonly keep?: readonly string[] | undefined
  /** Whether the obvious names and patterns are hidden. Default: true. */
  readonly defaults?: boolean | undefined
  /**
   * What stands for a secret: it is given the secret as text, and its place, such as
   * `user.password`, `text` or `error.message`. If it throws, or gives no text,
   * `[redacted: could not be checked]` does. Default: `[redacted]`.
   */
  readonly replace?: ((secret: string, place: string) => string) | undefined
}
