import type { Options } from './configuration.ts'
import { changeOptions } from './configuration.ts'
import { recoverJournal } from './delivery/index.ts'
import { listenToEnd } from './open-events.ts'

/**
 * Sets options of the engine. Each call replaces only the options it names; `undefined` brings an
 * option's default back. Options win over the environment.
 *
 * @throws StacktaleError `option-invalid` for a name or a value that cannot be
 * @example
 * ```ts
 * configure({ table: 'stacktale', service: 'workouts', retentionDays: 30 })
 * ```
 */
export function configure(changes: Options): void {
  changeOptions(changes)
  if (changes.journal === undefined) return
  listenToEnd()
  recoverJournal()
}
