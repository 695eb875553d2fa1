/** What a check found. */
export interface Finding {
  readonly check: string
  readonly ok: boolean
  readonly says: string
  /** The command that mends it; absent where nothing is wrong, or no command helps. */
  readonly mend?: string
}

export function fine(check: string, says: string): Finding {
  return { check, ok: true, says }
}

export function wrong(check: string, says: string, mend?: string): Finding {
  return { check, ok: false, says, ...(mend !== undefined && { mend }) }
}
