import { setTimeout as delay } from 'node:timers/promises'
import { DatabaseFailedError } from './database-failed-error.ts'
import type { ProcessOptions } from './process-messages.ts'
import type { RestartPolicy } from './restart-policy.ts'
import { startProcess } from './running-process.ts'
import type { RunningProcess } from './running-process.ts'

/**
 * Starts the database's process, again and again as far as the policy allows.
 *
 * @param lastWords what the process printed that is to be replaced; undefined when there was none
 * @throws DatabaseFailedError when the policy allows no more, and the signal's reason when it aborts
 */
export async function startRepeatedly(
  options: ProcessOptions,
  policy: RestartPolicy,
  signal: AbortSignal,
  lastWords?: string,
): Promise<RunningProcess> {
  let output = lastWords
  for (;;) {
    if (output !== undefined) {
      const delayMs = policy.delayAfterDeath(performance.now())
      if (delayMs === undefined) throw new DatabaseFailedError(options.path ?? 'in memory', output)
      await delay(delayMs, undefined, { signal })
    }
    try {
      return await startProcess(options)
    } catch (error) {
      output = error instanceof Error ? error.message : String(error)
    }
  }
}
