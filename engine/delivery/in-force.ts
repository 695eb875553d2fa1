import type { Options } from '../configuration.ts'
import { configuration } from '../configuration.ts'
import { tableName } from '../table/client.ts'
import type { Destination } from './destination.ts'

const MB = 1024 * 1024
const DEFAULTS = { journalBytes: 256 * MB, journalDays: 14, queueBytes: 32 * MB }
const DEFAULT_EXIT_MS = 2_000

let inForce: { readonly options: Options; readonly destination: Destination } | undefined

/** Where the options in force say that events go: the same object while nothing changes. */
export function destinationInForce(): Destination {
  const options = configuration()
  const table = tableName(options)
  const journal = options.journal ?? (process.env['STACKTALE_JOURNAL'] || false)
  const known = inForce?.destination
  if (inForce?.options !== options || known?.table !== table || known.journal !== journal) {
    inForce = { options, destination: destinationOf(options, table, journal) }
  }
  return inForce.destination
}

function destinationOf(options: Options, table: string, journal: string | false): Destination {
  const { journalBytes, journalDays, queueBytes, region, endpoint, writeUnitsPerSecond } = options
  return {
    table,
    region,
    endpoint,
    journal,
    journalBytes: journalBytes ?? DEFAULTS.journalBytes,
    journalDays: journalDays ?? DEFAULTS.journalDays,
    queueBytes: queueBytes ?? DEFAULTS.queueBytes,
    writeUnitsPerSecond,
    counters: options.counters ?? true,
    limitWarnings: options.limitWarnings ?? true,
  }
}

/** Lambda freezes all threads between invocations, so one that works on its own has no use there. */
export function isWorkerWanted(): boolean {
  return configuration().worker ?? process.env['AWS_LAMBDA_FUNCTION_NAME'] === undefined
}

export function exitTimeoutMs(): number {
  return configuration().exitTimeoutMs ?? DEFAULT_EXIT_MS
}
