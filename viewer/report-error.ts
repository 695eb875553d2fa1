import { inspect } from 'node:util'

/** Where an error that no page shows came up. */
export interface ErrorReport {
  /** The id that the page shows in the error's place. */
  readonly id: string
  readonly method: string
  /** The address without its query. */
  readonly path: string
}

export type ReportError = (error: unknown, report: ErrorReport) => void

export const reportToStandardError: ReportError = (error, { id, method, path }) => {
  process.stderr.write(`stacktale viewer, ${id}, ${method} ${path}: ${inspect(error)}\n`)
}
