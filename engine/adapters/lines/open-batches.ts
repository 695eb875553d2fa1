interface Batch {
  /** Commits its event now. */
  commit(): unknown
}

const open = new Set<Batch>()
let isListening = false

/** Remembers a batch, so that it is committed before the process ends. */
export function rememberBatch(batch: Batch): void {
  open.add(batch)
  if (isListening) return
  isListening = true
  // Before the engine's own listeners, which take what is open for unfinished.
  process.prependListener('beforeExit', commitBatches)
  process.prependListener('exit', commitBatches)
}

export function forgetBatch(batch: Batch): void {
  open.delete(batch)
}

function commitBatches(): void {
  for (const batch of open) batch.commit()
}
