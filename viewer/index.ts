export type { AuditEntry } from '../engine/adapters/audit/audit-entry.ts'
export type { Audit } from './audit/audit-option.ts'
export type {
  Authenticate,
  AuthOption,
  HostAuth,
  PasswordAuth,
  User,
  UserOptions,
  UsersAuth,
  VisiblePrefixes,
} from './auth/auth-options.ts'
export { hashPassword } from './auth/password-hash.ts'
export type { ViewerHandler } from './create-viewer.ts'
export { createViewer } from './create-viewer.ts'
export type { EventReader } from './event-reader.ts'
export type { ErrorReport, ReportError } from './report-error.ts'
export { startViewer } from './start-viewer.ts'
export type { RunningViewer, StartOptions } from './start-viewer.ts'
export type { ViewerOptions } from './viewer-options.ts'
