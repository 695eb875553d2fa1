/** One of the two that are compared. */
export interface Side {
  /** Does the work once, in the calls that the comparison says. */
  readonly burst: () => void
  /** How many of the last burst's lines arrived where they should: the proof that work was done. */
  readonly arrived: () => number | Promise<number>
  /** Puts away what the last burst left open, outside of the time measured. */
  readonly settle?: () => Promise<unknown>
  /** Gives back what it holds open. */
  readonly close?: () => void
}
