/** Why an event was let go. */
export type DropReason =
  /** More waited than memory is given for; the oldest of the lowest level go first. */
  | 'queue-full'
  /** It was refused again and again, alone, while others were taken. */
  | 'refused'
  /** It lay in the journal for longer than the journal's age. */
  | 'journal-expired'
  /** It could not be read back from the journal. */
  | 'journal-damaged'
  /** The worker ended by a fault of its own. */
  | 'worker-failed'

/**
 * Where every event is that was ever accepted:
 * `accepted = stored + inFlight + journaled + dropped`.
 */
export interface Ledger {
  /** Events that `commit()` handed over, and those that the journal had of a process that ended. */
  readonly accepted: number
  readonly stored: number
  /** Accepted and neither stored nor journaled yet: they are in memory alone. */
  readonly inFlight: number
  /** On disk, and not stored yet. */
  readonly journaled: number
  /** Let go, for whatever reason. */
  readonly dropped: number
  /** How many were let go for which reason; a reason without any is left out. */
  readonly droppedBy: Readonly<Partial<Record<DropReason, number>>>
}

export const EMPTY_LEDGER: Ledger = {
  accepted: 0,
  stored: 0,
  inFlight: 0,
  journaled: 0,
  dropped: 0,
  droppedBy: {},
}

/** The sum of ledgers, as of several tables. */
export function sumOf(ledgers: readonly Ledger[]): Ledger {
  return ledgers.reduce(
    (sum, ledger) => ({
      accepted: sum.accepted + ledger.accepted,
      stored: sum.stored + ledger.stored,
      inFlight: sum.inFlight + ledger.inFlight,
      journaled: sum.journaled + ledger.journaled,
      dropped: sum.dropped + ledger.dropped,
      droppedBy: withDropped(sum.droppedBy, ledger.droppedBy),
    }),
    EMPTY_LEDGER,
  )
}

export function withDropped(
  some: Ledger['droppedBy'],
  others: Ledger['droppedBy'],
): Ledger['droppedBy'] {
  const sum = new Map(Object.entries(some))
  for (const [reason, count] of Object.entries(others)) {
    sum.set(reason, (sum.get(reason) ?? 0) + count)
  }
  return Object.fromEntries(sum)
}
