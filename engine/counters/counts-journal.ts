import type { CountsNote } from './counts-notes.ts'

/** What counting needs of the journal. */
export interface CountsJournal {
  /** The notes that processes which ended left. It never rejects. */
  notes(): Promise<readonly CountsNote[]>
  /** Forgets notes. It never rejects. */
  forgetNotes(keys: readonly string[]): Promise<void>
  /** Whether no event is on disk any more that is stored: else another process would store, and count, it again. */
  isSettled(): Promise<boolean>
}
