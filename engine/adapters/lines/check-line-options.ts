import { StacktaleError } from '../../errors/stacktale-error.ts'
import { objectKey } from '../../item/object-key.ts'
import type { LineOptions } from './line-options.ts'

const BOUNDS = ['batchMs', 'batchLines', 'batchBytes'] as const

/** @throws StacktaleError `option-invalid`, `prefix-invalid`, `object-without-id` or `key-too-long` */
export function checkLineOptions(options: LineOptions, prefix: string): void {
  objectKey({ id: options.object ?? 'checked' }, prefix)
  for (const name of BOUNDS) {
    const value = options[name]
    if (value === undefined || value > 0) continue
    throw new StacktaleError(
      'option-invalid',
      `The option "${name}" must be a number above 0; it is ${String(value)}.`,
    )
  }
}
