import { inspect } from 'node:util'

/** Where an error that no page shows came up. */
export interface ErrorReport {
  /** The id that the page shows in the error's place. */
  readonly id: string
  readonly method: string
  /** The address without its query. */
  readonly path: string
}

/** It may be async. */
export type ReportError = (error: unknown, report: ErrorReport) => unknown

export const reportToStandardError: ReportError = (error, { id, method, path }) => {
  process.stderr.write(`stacktale viewer, ${id}, ${method} ${path}: ${inspect(error)}\n`)
}

/**
 * Reports errors where an application wants them. Where that fails, at once or later, both errors go to
 * standard error: nobody is left who could catch them, and the process would end.
 *
 * @param hook the application's own; without it, all go to standard error
 */
export function errorReporter(hook: ReportError | undefined): ReportError {
  if (hook === undefined) return reportToStandardError
  return (error, report) => void reportBy(hook, error, report)
}

async function reportBy(hook: ReportError, error: unknown, report: ErrorReport): Promise<void> {
  try {
    await hook(error, report)
  } catch (failure) {
    reportToStandardError(error, report)
    reportToStandardError(failure, { ...report, id: `${report.id}, "onError"` })
  }
}
