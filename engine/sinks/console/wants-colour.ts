/** What decides about colour, besides what the application says. */
export interface Surroundings {
  readonly isTTY?: boolean | undefined
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * Whether to print colours where the application did not say: on a terminal, unless `NO_COLOR` is set
 * (https://no-color.org) or the terminal knows none. `FORCE_COLOR` wins over both, and `0` or `false`
 * there means none, as for Node.js itself.
 */
export function wantsColour({ isTTY = false, env }: Surroundings): boolean {
  const forced = env['FORCE_COLOR']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false
  return isTTY && env['TERM'] !== 'dumb'
}
