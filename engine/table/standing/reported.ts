import { STORAGE_OVERHEAD_BYTES } from '../../cost.ts'
import type { TableDescribed, Units } from '../table-status.ts'

/** What is paid for: AWS reports items and entries without their overhead. */
export function reportedBytes({ bytes, items, feed }: TableDescribed): number {
  const entries = feed === undefined ? 0 : feed.bytes + feed.items * STORAGE_OVERHEAD_BYTES
  return bytes + items * STORAGE_OVERHEAD_BYTES + entries
}

/** The units of table and index together; undefined on demand, or where they are not known. */
export function unitsTogether(status: TableDescribed | undefined): Units | undefined {
  const { units, feed } = status ?? {}
  if (units === undefined) return undefined
  return {
    write: units.write + (feed?.units?.write ?? 0),
    read: units.read + (feed?.units?.read ?? 0),
  }
}
