import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface StandInOptions {
  readonly endpoint: string
  readonly table: string
  /** Of the table, and of its index, a second. */
  readonly writeUnits: number
}

export interface StandInReport {
  readonly endpoint: string
  readonly tableUnits: number
  readonly feedUnits: number
  readonly throttledPuts: number
  readonly requests: number
}

const PROCESS = fileURLToPath(new URL('stand-in-process.js', import.meta.url))

/** A stand-in for AWS in a process of its own. */
export class StandIn implements AsyncDisposable {
  readonly #child: ReturnType<typeof fork>

  constructor(options: StandInOptions) {
    this.#child = fork(PROCESS, [JSON.stringify(options)])
  }

  /** How things stand. @param ask `plenty` lifts the limits from now on */
  async report(ask: 'report' | 'plenty' = 'report'): Promise<StandInReport> {
    this.#child.send(ask)
    const [message] = await once(this.#child, 'message')
    const report: StandInReport = message
    return report
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.#child, 'exit')
    this.#child.disconnect()
    await ended
  }
}
