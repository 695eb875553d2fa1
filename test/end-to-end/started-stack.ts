import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { fileURLToPath } from 'node:url'

const ENTRY = fileURLToPath(new URL('../../scripts/start.js', import.meta.url))

/** What `npm start` runs, with its output read line by line. */
export class StartedStack implements AsyncDisposable {
  readonly #process: ChildProcess
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>
  readonly #changes = new EventEmitter()
  #output = ''
  #hasEnded = false

  /** @param args options of `npm start`; `port` is where the viewer is wanted, any by default */
  constructor(args: readonly string[], { port = 0 }: { readonly port?: number } = {}) {
    this.#process = spawn(process.execPath, [ENTRY, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PORT: String(port), NO_COLOR: '1' },
    })
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        this.#output += chunk
        this.#changes.emit('change')
      })
    }
    this.ended = new Promise((resolve) => {
      this.#process.once('close', (code) => {
        this.#hasEnded = true
        this.#changes.emit('change')
        resolve(code)
      })
    })
  }

  get output(): string {
    return this.#output
  }

  /** The address it prints when all is up. */
  async url(): Promise<string> {
    return await this.waitFor(/➜ {2}(http:\S+)\n/)
  }

  async databasePid(): Promise<number> {
    return Number(await this.waitFor(/dynalite, process (\d+)/))
  }

  /** Waits until the output matches, and returns the first group. Rejects when it ends without. */
  async waitFor(pattern: RegExp): Promise<string> {
    for (;;) {
      const match = pattern.exec(this.#output)
      if (match !== null) return match[1] ?? match[0]
      if (this.#hasEnded) throw new Error(`It ended without ${pattern}:\n${this.#output}`)
      await once(this.#changes, 'change')
    }
  }

  /** Sends what Ctrl-C sends, and returns the exit code. */
  async interrupt(): Promise<number | null> {
    this.#process.kill('SIGINT')
    return await this.ended
  }

  /** Ends what a failed test left running. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#hasEnded) this.#process.kill('SIGKILL')
    await this.ended
  }
}
