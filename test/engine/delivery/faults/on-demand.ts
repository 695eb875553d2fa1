import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import type { Ledger, Options } from 'stacktale'
import type { Demand, Told } from '../../fixtures/deliver-on-demand.ts'
import type { TestTable } from '../../table/table-for-test.ts'
import { environment, fixture } from './ended-process.ts'

type Asked<Type> = Omit<Extract<Demand, { readonly type: Type }>, 'number' | 'type'>

export interface OnDemandOptions {
  readonly location: TestTable
  /** Further variables. */
  readonly env?: NodeJS.ProcessEnv
  /** Of Node. */
  readonly execArgv?: readonly string[]
  /** Default: the fixture where it was built. */
  readonly program?: string
}

/** A process that commits events when it is asked to, and tells all that it sees. */
export class OnDemand implements AsyncDisposable {
  /** What its `onFailure` was told. */
  readonly failures: { readonly code: string; readonly message: string }[] = []
  /** Ledgers of the diagnostics channel that did not balance. */
  readonly unbalanced: Ledger[] = []
  readonly #child: ChildProcess
  readonly #events = new EventEmitter()
  #ledger: Ledger | undefined
  #workers = 0
  #asked = 0

  private constructor({ location, env, execArgv = [], program }: OnDemandOptions) {
    this.#child = fork(program ?? fixture('deliver-on-demand'), [], {
      env: { ...environment(location), ...env },
      execArgv: [...execArgv],
    })
    this.#child.on('message', (told: Told) => this.#hear(told))
  }

  static async start(options: OnDemandOptions): Promise<OnDemand> {
    const process = new OnDemand(options)
    await once(process.#events, 'ready')
    return process
  }

  /** How many threads it has started. */
  get workers(): number {
    return this.#workers
  }

  /** The pid of the process. */
  get pid(): number {
    return this.#child.pid ?? 0
  }

  async configure(options: Options): Promise<void> {
    await this.#ask('configure', { options })
  }

  /** Commits an event for each text. @returns for each `stored`, or the code it was rejected with */
  async commit(texts: readonly string[]): Promise<readonly string[]> {
    return await this.#ask('commit', { texts })
  }

  async flush(timeoutMs: number = 60_000): Promise<Ledger> {
    return await this.#ask('flush', { timeoutMs })
  }

  async ledger(): Promise<Ledger> {
    return await this.#ask('ledger', {})
  }

  /** Ends its threads from outside, as a fault would. */
  async terminateWorkers(): Promise<void> {
    await this.#ask('terminate', {})
  }

  /** Resolves when the diagnostics channel has told of a ledger that is so. */
  async until(isSo: (ledger: Ledger) => boolean): Promise<Ledger> {
    for (;;) {
      if (this.#ledger !== undefined && isSo(this.#ledger)) return this.#ledger
      await once(this.#events, 'ledger')
    }
  }

  /** Resolves when so many events are stored. */
  async untilStored(count: number): Promise<Ledger> {
    return await this.until(({ stored }) => stored >= count)
  }

  /** Resolves when an event was committed that was not stored at once, with the failure's code. */
  async untilFailure(code: string): Promise<void> {
    while (!this.failures.some((failure) => failure.code === code)) {
      await once(this.#events, 'failure')
    }
  }

  freeze(): void {
    this.#child.kill('SIGSTOP')
  }

  thaw(): void {
    this.#child.kill('SIGCONT')
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const ended = once(this.#child, 'exit')
    this.#child.kill('SIGKILL')
    await ended
  }

  async #ask<Type extends Demand['type'], Answer>(type: Type, rest: Asked<Type>): Promise<Answer> {
    this.#asked += 1
    const answered = once(this.#events, `answer ${this.#asked}`)
    this.#child.send({ type, number: this.#asked, ...rest })
    return (await answered)[0]
  }

  #hear(told: Told): void {
    switch (told.type) {
      case 'answer':
        this.#events.emit(`answer ${told.number}`, told.answer)
        return
      case 'ledger':
        this.#ledger = told.ledger
        break
      case 'unbalanced':
        this.unbalanced.push(told.ledger)
        return
      case 'failure':
        this.failures.push(told)
        break
      case 'worker':
        this.#workers += 1
        return
      default:
    }
    this.#events.emit(told.type)
  }
}
