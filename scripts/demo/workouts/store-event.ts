import { StacktaleError } from 'stacktale'
import type { GenericLogger } from 'stacktale'
import type { User } from './users/user.ts'

/**
 * Commits a log. A failure goes no further: the demo goes on.
 *
 * @returns whether the event is stored
 */
export async function storeEvent(log: GenericLogger<User>): Promise<boolean> {
  try {
    return (await log.commit()) !== undefined
  } catch (error) {
    // The engine tells of its own errors on standard error, keeps the event and tries again.
    if (!(error instanceof StacktaleError)) {
      console.error(`An event of ${log.key} is not stored: ${String(error)}`)
    }
    return false
  }
}
