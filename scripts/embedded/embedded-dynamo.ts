import { resolve } from 'node:path'
import { DataLock } from './data-lock.ts'
import { RestartPolicy } from './restart-policy.ts'
import type { RestartLimits } from './restart-policy.ts'
import { Supervisor } from './supervisor.ts'

export interface EmbeddedDynamoOptions {
  /** The folder that keeps the data. Default: none, they are gone with the process. */
  readonly path?: string
  /** The port to listen on, on 127.0.0.1. Default: one that is free. */
  readonly port?: number
  /** Runs when the folder is this process's own and nothing has opened it yet. */
  readonly beforeOpening?: () => Promise<void>
  /** How often the process may die before it stays down. Default: 6 times in 30 seconds. */
  readonly restarts?: RestartLimits
  /** Called with the new process's id each time it had died and runs again, on the same port. */
  readonly onRestart?: (pid: number) => void
  /** Called when the process died too often and stays down. */
  readonly onFailure?: (error: unknown) => void
}

/** A DynamoDB of one's own: dynalite in a child process that is restarted when it dies. */
export interface EmbeddedDynamo {
  /** What `AWS_ENDPOINT_URL_DYNAMODB` wants: `http://127.0.0.1:<port>`. */
  readonly endpoint: string
  /** The database process's id. It changes with a restart. */
  pid(): number
  /** Finishes the requests under way, then ends the process. */
  stop(): Promise<void>
}

/**
 * Starts an embedded DynamoDB and resolves once it listens.
 *
 * @throws DataInUseError while another process uses the folder `path`
 * @throws DatabaseFailedError when it does not start
 * @example
 * ```ts
 * const database = await startEmbeddedDynamo({ path: '.stacktale/dynamodb' })
 * await createTable({ endpoint: database.endpoint })
 * ```
 */
export async function startEmbeddedDynamo(
  options: EmbeddedDynamoOptions = {},
): Promise<EmbeddedDynamo> {
  const path = options.path === undefined ? undefined : resolve(options.path)
  const lock = path === undefined ? undefined : await DataLock.acquire(path)
  try {
    await options.beforeOpening?.()
    const supervisor = await Supervisor.start(
      { port: options.port ?? 0, ...(path !== undefined && { path }) },
      new RestartPolicy(options.restarts),
      {
        onRestart: (pid) => options.onRestart?.(pid),
        onFailure: (error) => options.onFailure?.(error),
      },
    )
    const endpoint = `http://127.0.0.1:${supervisor.port}`
    await lock?.publish(endpoint)
    return {
      endpoint,
      pid: () => supervisor.pid,
      stop: async () => {
        await supervisor.stop()
        await lock?.release()
      },
    }
  } catch (error) {
    await lock?.release()
    throw error
  }
}
