import type { ProcessOptions } from './process-messages.ts'
import type { RestartPolicy } from './restart-policy.ts'
import type { RunningProcess } from './running-process.ts'
import { startRepeatedly } from './start-repeatedly.ts'

export interface SupervisorEvents {
  /** The process had died and runs again. */
  readonly onRestart: (pid: number) => void
  /** The process died too often, or cannot start again: it stays down. */
  readonly onFailure: (error: unknown) => void
}

/** Keeps one database process running, on the same port, until it is told to stop. */
export class Supervisor {
  readonly #options: ProcessOptions
  readonly #policy: RestartPolicy
  readonly #events: SupervisorEvents
  readonly #stopping = new AbortController()
  readonly #watch: Promise<void>
  #running: RunningProcess

  private constructor(
    options: ProcessOptions,
    policy: RestartPolicy,
    events: SupervisorEvents,
    first: RunningProcess,
  ) {
    this.#options = { ...options, port: first.port }
    this.#policy = policy
    this.#events = events
    this.#running = first
    this.#watch = this.#keepRunning()
  }

  /** @throws DatabaseFailedError when the first start does not succeed within the policy's limits. */
  static async start(
    options: ProcessOptions,
    policy: RestartPolicy,
    events: SupervisorEvents,
  ): Promise<Supervisor> {
    const first = await startRepeatedly(options, policy, new AbortController().signal)
    return new Supervisor(options, policy, events, first)
  }

  get pid(): number {
    return this.#running.pid
  }

  get port(): number {
    return this.#options.port
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await Promise.all([this.#running.stop(), this.#watch])
  }

  async #keepRunning(): Promise<void> {
    const { signal } = this.#stopping
    for (;;) {
      const lastWords = await this.#running.ended
      if (signal.aborted) return
      try {
        this.#running = await startRepeatedly(this.#options, this.#policy, signal, lastWords)
      } catch (error) {
        if (!signal.aborted) this.#events.onFailure(error)
        return
      }
      if (signal.aborted) return await this.#running.stop()
      this.#events.onRestart(this.pid)
    }
  }
}
