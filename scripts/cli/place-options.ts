import type { Given } from './given.ts'
import { shellWord } from '../../engine/table/shell-word.ts'

/** The region and the endpoint that were given, for a command line that is suggested. */
export function placeOptions(given: Given): string {
  return ['region', 'endpoint']
    .flatMap((name) => {
      const value = given.text(name)
      return value === undefined ? [] : [` --${name} ${shellWord(value)}`]
    })
    .join('')
}
