import type { ErrorDetail } from '../../engine/event.ts'
import type { DataView } from './data-view.ts'
import { dataView } from './data-view.ts'
import type { StackFrame } from './stack-frames.ts'
import { stackFrames } from './stack-frames.ts'

/** An error beside its line, with the errors that led to it. */
export interface ErrorView {
  /** How it belongs to the error above it: `Caused by`; nothing for the outermost. */
  readonly relation: string
  readonly name: string
  readonly message: string
  readonly code: string | undefined
  readonly frames: readonly StackFrame[]
  readonly data: DataView | undefined
  readonly inner: readonly ErrorView[]
}

/** So deep does a page show causes; the rest is in the NDJSON. */
const DEEPEST = 12

export function errorView(error: ErrorDetail, relation: string = '', depth: number = 0): ErrorView {
  return {
    relation,
    name: error.name,
    message: error.message,
    code: error.code === undefined ? undefined : String(error.code),
    frames: stackFrames(error.stack ?? ''),
    data: error.data === undefined ? undefined : dataView(error.data),
    inner: depth < DEEPEST ? innerErrors(error, depth + 1) : [],
  }
}

function innerErrors({ cause, errors = [] }: ErrorDetail, depth: number): readonly ErrorView[] {
  const gathered = errors.map((error, index) =>
    errorView(error, `${index + 1} of ${errors.length}`, depth),
  )
  return cause === undefined ? gathered : [errorView(cause, 'Caused by', depth), ...gathered]
}
