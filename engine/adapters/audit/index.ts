export type { AuditEntry } from './audit-entry.ts'
export type { AuditOptions } from './audit-events.ts'
export { auditEvents } from './audit-events.ts'
