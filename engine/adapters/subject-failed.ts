import { StacktaleError } from '../errors/stacktale-error.ts'

/**
 * What is told of an option `subject` that threw, or named nothing that an event can be about.
 *
 * @param adapter the function that the option was given to
 * @param instead what the event is about now
 */
export function subjectFailed(cause: unknown, adapter: string, instead: string): StacktaleError {
  if (cause instanceof StacktaleError) return cause
  return new StacktaleError(
    'object-without-id',
    `The option "subject" of ${adapter} threw, so the event is about ${instead}.`,
    { cause },
  )
}
