import { StacktaleError } from '../../errors/stacktale-error.ts'
import { reportFailure } from '../../failure-report.ts'

/** Tells of a line that could not be read: the logger that it was given to is not disturbed. */
export function reportLineFailed(logger: string, cause: unknown): void {
  const reason = cause instanceof Error ? cause.message : typeof cause
  reportFailure(
    new StacktaleError(
      'sink-failed',
      `A line of ${logger} could not be read (${reason}), and is left out.`,
      {
        cause,
      },
    ),
  )
}
