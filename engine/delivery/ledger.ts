/** Where every event that was ever accepted is: `accepted = stored + inFlight + dropped`. */
export interface Ledger {
  /** Events that `commit()` handed over. */
  readonly accepted: number
  readonly stored: number
  /** Accepted and not stored yet: being sent, or kept to be sent again. */
  readonly inFlight: number
  /** Let go, because more was kept than memory is given for. */
  readonly dropped: number
}
