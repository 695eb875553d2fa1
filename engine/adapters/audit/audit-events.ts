import { cutText } from '../../data/cut-text.ts'
import { LineBatch } from '../lines/line-batch.ts'
import type { LineOptions } from '../lines/line-options.ts'
import { reportLineFailed } from '../lines/report-line-failed.ts'
import type { NewLine } from '../../new-line.ts'
import type { AuditEntry } from './audit-entry.ts'

export type AuditOptions = Pick<
  LineOptions,
  'prefix' | 'batchMs' | 'batchLines' | 'batchBytes' | 'startTimer'
>

const FIVE_MINUTES_MS = 300_000
const LONGEST_USER = 200
const MOST_USERS = 1_000
/** The object of those whom nobody knows: each name that is tried would else be an object of its own. */
const UNKNOWN = 'unknown'

/**
 * Keeps who looked at what in a viewer as events: of each user one in about five minutes, under the key
 * `audit_` and the name, with a line for each page. Refused sign-ins are under `audit_unknown`.
 *
 * @returns what the viewer's option `audit` takes
 * @throws StacktaleError `option-invalid` or `prefix-invalid`
 * @example
 * ```ts
 * createViewer({ auth, audit: auditEvents() })
 * ```
 */
export function auditEvents(options: AuditOptions = {}): (entry: AuditEntry) => void {
  const { prefix = 'audit', batchMs = FIVE_MINUTES_MS, ...bounds } = options
  const batches = new Map<string, LineBatch>()
  const batchOf = (object: string): LineBatch => {
    const known = batches.get(object)
    const batch = known ?? new LineBatch({ ...bounds, prefix, batchMs, object }, prefix)
    batches.delete(object)
    batches.set(object, batch)
    const [oldest] = batches
    if (batches.size > MOST_USERS && oldest !== undefined) {
      batches.delete(oldest[0])
      void oldest[1].commit()
    }
    return batch
  }
  batchOf(UNKNOWN)
  return function audit(entry) {
    try {
      const isKnown = entry.action !== 'sign-in-refused'
      const object = isKnown ? cutText(entry.user, LONGEST_USER) : UNKNOWN
      const batch = batchOf(object)
      batch.add(LINES[entry.action](entry), audit)
      if (entry.action === 'signed-out') void batch.commit()
    } catch (error) {
      reportLineFailed('the audit', error)
    }
  }
}

const LINES: Readonly<Record<AuditEntry['action'], (entry: AuditEntry) => NewLine>> = {
  'signed-in': ({ address }) => ({ level: 'info', text: `Signed in from ${address}` }),
  'signed-out': ({ address }) => ({ level: 'info', text: `Signed out from ${address}` }),
  'sign-in-refused': ({ user, address }) => ({
    level: 'warn',
    text: `Refused to sign in ${JSON.stringify(user)} from ${address}`,
  }),
  looked: ({ path = '', status, readUnits, address }) => ({
    level: 'info',
    text: `Looked at ${path}`,
    data: { status, readUnits, address },
  }),
}
