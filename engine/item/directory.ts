import { createHash } from 'node:crypto'
import type { DirectoryItem } from './item.ts'
import { DIRECTORY_KEY } from './item.ts'

/**
 * The directory's mention of a prefix. Its sort key is a number drawn from the name, so writing it
 * again changes nothing.
 */
export function directoryItem(prefix: string): DirectoryItem {
  const digest = createHash('sha256').update(prefix).digest().subarray(0, 12)
  const timestamp = BigInt(`0x${digest.toString('hex')}`).toString()
  return { object: DIRECTORY_KEY, timestamp, name: prefix }
}
