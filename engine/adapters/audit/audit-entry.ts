/** What somebody did in a viewer. */
export interface AuditEntry {
  readonly action: 'signed-in' | 'sign-in-refused' | 'signed-out' | 'looked'
  /** The name: for a refused sign-in, the one that was typed. */
  readonly user: string
  /** Where from: an IPv4 address, or an IPv6 network of 64 bits. */
  readonly address: string
  /** What was looked at: its address with the query, where the viewer is mounted left out. */
  readonly path?: string
  /** The status it was answered with. */
  readonly status?: number
  /** What it cost. */
  readonly readUnits?: number
}
