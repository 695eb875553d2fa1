/** What came of a comparison. Times are nanoseconds for a unit of work. */
export interface Row {
  readonly what: string
  readonly against: string
  readonly ours: number
  readonly theirs: number
  /** Ours over theirs: the median of the rounds, and the quartiles beside it. */
  readonly ratio: number
  readonly ratioLow: number
  readonly ratioHigh: number
  readonly bar?: number | undefined
}

export interface RowGroup {
  readonly title: string
  readonly work: string
  readonly rows: readonly Row[]
}

/** What a buffered line takes of the heap. */
export interface KeptBytes {
  readonly what: string
  readonly bytes: number
}

/** A part of a line's time, in nanoseconds. */
export interface Stage {
  readonly what: string
  readonly ns: number
}

/** Everything that one Node measured. */
export interface Results {
  readonly node: string
  readonly groups: readonly RowGroup[]
  readonly kept: readonly KeptBytes[]
  readonly stages: readonly Stage[]
}
