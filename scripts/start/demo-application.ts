import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { isDemoAnswer } from './demo-messages.ts'
import type { BacklogCommand, DemoAnswer, DemoCommand, TrafficCommand } from './demo-messages.ts'

const ENTRY = fileURLToPath(new URL('./demo-process.js', import.meta.url))
const STOP_DEADLINE_MS = 15_000

/** The demo application, running in a process of its own. */
export class DemoApplication {
  readonly #process: ChildProcess
  readonly #ended: Promise<void>
  #isStopping = false

  /** @param onEndedByItself called with the exit code when the process ends without being told to */
  constructor(onEndedByItself: (exitCode: number | null) => void) {
    this.#process = fork(ENTRY, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] })
    this.#ended = new Promise((resolve) => {
      const end = (exitCode: number | null): void => {
        if (!this.#isStopping) onEndedByItself(exitCode)
        resolve()
      }
      this.#process.once('exit', end).once('error', () => end(null))
    })
  }

  /** Resolves when the backlog is stored. When the signal aborts, the process is ended on the spot. */
  async writeBacklog(plan: Omit<BacklogCommand, 'do'>, signal: AbortSignal): Promise<DemoAnswer> {
    signal.throwIfAborted()
    const kill = (): void => {
      this.#isStopping = true
      this.#process.kill('SIGKILL')
    }
    signal.addEventListener('abort', kill)
    try {
      const answer = await this.#ask({ do: 'backlog', ...plan }, 'backlog')
      if (answer === undefined) throw new Error('The demo application ended early.')
      return answer
    } finally {
      signal.removeEventListener('abort', kill)
    }
  }

  startTraffic(plan: Omit<TrafficCommand, 'do'>): void {
    this.#send({ do: 'traffic', ...plan })
  }

  /** Finishes the event in progress and stores what is open. Undefined if the process was gone already. */
  async stop(): Promise<DemoAnswer | undefined> {
    this.#isStopping = true
    const deadline = setTimeout(() => this.#process.kill('SIGKILL'), STOP_DEADLINE_MS)
    const answer = await this.#ask({ do: 'stop' }, 'stop')
    await this.#ended
    clearTimeout(deadline)
    return answer
  }

  async #ask(command: DemoCommand, name: DemoAnswer['did']): Promise<DemoAnswer | undefined> {
    const answered = new Promise<DemoAnswer>((resolve) => {
      this.#process.on('message', (message) => {
        if (isDemoAnswer(message) && message.did === name) resolve(message)
      })
    })
    this.#send(command)
    return await Promise.race([answered, this.#ended.then(() => undefined)])
  }

  #send(command: DemoCommand): void {
    // The channel closes with the process, and whoever waits for an answer is told of that.
    if (this.#process.connected) this.#process.send(command, () => {})
  }
}
