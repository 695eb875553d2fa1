import { StacktaleError } from '../../engine/errors/stacktale-error.ts'
import { checkPrefix } from '../../engine/item/object-key.ts'
import type { VisiblePrefixes } from './auth-options.ts'

/**
 * Which prefixes an option, or a hook, lets somebody see. Anything that is not clearly said is refused.
 *
 * @throws StacktaleError `option-invalid`
 */
export function checkedPrefixes(prefixes: unknown, where: string): VisiblePrefixes {
  if (prefixes === undefined || prefixes === '*') return '*'
  if (Array.isArray(prefixes) && prefixes.every(isPrefix)) return [...new Set(prefixes)]
  throw new StacktaleError(
    'option-invalid',
    `The prefixes for ${where} must be "*" or a list of prefixes, such as ["workout", "order"].`,
  )
}

function isPrefix(value: unknown): value is string {
  try {
    checkPrefix(value)
    return true
  } catch {
    return false
  }
}
