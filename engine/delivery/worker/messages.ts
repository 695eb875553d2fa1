import type { MessagePort } from 'node:worker_threads'
import type { CountsNote } from '../../counters/counts-notes.ts'
import type { ErrorCode } from '../../errors/stacktale-error.ts'
import { StacktaleError } from '../../errors/stacktale-error.ts'
import type { Destination } from '../destination.ts'
import type { FlushUntil } from '../flushes.ts'
import type { Ledger } from '../ledger.ts'
import type { Load } from '../load.ts'
import type { Items } from '../table-carrier.ts'

/** What a worker is started with. */
export interface WorkerData {
  readonly port: MessagePort
  /** Where the worker says, by a 1, that it has ended its work. */
  readonly signal: Int32Array
}

export type HandedEvent = readonly [number: number, header: string, text: string, columns: string]

export type ToWorker =
  | {
      readonly type: 'accept'
      readonly destination: Destination
      /** Events by numbers that they are told of by, their headers and stories as JSON. */
      readonly events: readonly HandedEvent[]
    }
  | {
      readonly type: 'loads'
      readonly destination: Destination
      readonly loads: readonly Load<Items>[]
    }
  | {
      readonly type: 'counts'
      readonly destination: Destination
      readonly notes: readonly CountsNote[]
    }
  | {
      readonly type: 'flush'
      readonly number: number
      readonly timeoutMs: number
      readonly until: FlushUntil
    }
  /** The process ends when everything is safe, or after this time. */
  | { readonly type: 'end'; readonly timeoutMs: number }

export type FromWorker =
  | { readonly type: 'ready' }
  | {
      readonly type: 'outcomes'
      /** Three for each event: its number, its bytes, its write units. */
      readonly stored: readonly number[]
      readonly failed: readonly (readonly [number: number, failure: Failure])[]
      readonly ledger: Ledger
      /** Whether what is stored is counted in the table too. */
      readonly isCounted: boolean
      /** How many events were taken from messages, all in all. */
      readonly taken: number
    }
  | { readonly type: 'flushed'; readonly number: number }
  | { readonly type: 'report'; readonly failure: Failure }

/** An error as it goes between threads, where classes and codes would be lost. */
export interface Failure {
  readonly code: ErrorCode
  readonly message: string
  readonly cause?: { readonly name: string; readonly message: string }
}

export function failureOf({ code, message, cause }: StacktaleError): Failure {
  if (!(cause instanceof Error)) return { code, message }
  return { code, message, cause: { name: cause.name, message: cause.message } }
}

export function errorOf({ code, message, cause }: Failure): StacktaleError {
  if (cause === undefined) return new StacktaleError(code, message)
  const original = new Error(cause.message)
  original.name = cause.name
  return new StacktaleError(code, message, { cause: original })
}
