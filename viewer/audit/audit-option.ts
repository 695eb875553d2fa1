import type { AuditEntry } from '../../engine/adapters/audit/audit-entry.ts'
import { StacktaleError } from '../../engine/errors/stacktale-error.ts'
import type { Auth } from '../auth/check-auth.ts'
import type { ReportError } from '../report-error.ts'

/** Told who signed in and out, and who looked at what. */
export type Audit = (entry: AuditEntry) => unknown

/**
 * What tells an audit, so that its faults are reported and keep nobody from a page.
 *
 * @throws StacktaleError `option-invalid` where nobody is asked who they are
 */
export function auditWith(
  audit: Audit | undefined,
  auth: Auth,
  reportError: ReportError,
): (entry: AuditEntry) => void {
  if (audit === undefined) return () => {}
  if (auth.kind === 'open') {
    throw new StacktaleError(
      'option-invalid',
      'The viewer was given "audit" with auth: false, and so would not know who looks. Say with "auth" who that is, or leave "audit" out.',
    )
  }
  return (entry) => {
    void tell(audit, entry, reportError)
  }
}

async function tell(audit: Audit, entry: AuditEntry, reportError: ReportError): Promise<void> {
  try {
    await audit(entry)
  } catch (error) {
    reportError(error, { id: 'audit', method: entry.action, path: entry.path ?? '' })
  }
}
