interface Batch {
  /** Commits its event now. */
  commit(): unknown
}

const open = new Set<Batch>()

/** Remembers a batch of lines that become an event later, so that a flush commits it before. */
export function rememberBatch(batch: Batch): void {
  open.add(batch)
}

export function forgetBatch(batch: Batch): void {
  open.delete(batch)
}

/** Commits what was gathered so far. */
export function commitBatches(): void {
  // Committing may report a failure, and what is told of it may open a batch again.
  for (const batch of new Set(open)) batch.commit()
}
