/** Where events go and how, as plain data, so that a worker can be told. */
export interface Destination {
  readonly table: string
  readonly region?: string | undefined
  readonly endpoint?: string | undefined
  /** The folder of the journal; false for none. */
  readonly journal: string | false
  readonly journalBytes: number
  readonly journalDays: number
  readonly queueBytes: number
  readonly writeUnitsPerSecond?: number | undefined
  /** Whether what is stored is counted for charts. */
  readonly counters: boolean
  /** Whether an event warns when the table comes near a limit. */
  readonly limitWarnings: boolean
}

/** Tells destinations apart. */
export function nameOfDestination(destination: Destination): string {
  return JSON.stringify(destination)
}
