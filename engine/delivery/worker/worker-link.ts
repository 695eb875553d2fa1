import type { MessagePort } from 'node:worker_threads'
import { MessageChannel, receiveMessageOnPort, SHARE_ENV, Worker } from 'node:worker_threads'
import { StacktaleError } from '../../errors/stacktale-error.ts'
import type { FlushUntil } from '../flushes.ts'
import type { Ledger } from '../ledger.ts'
import { EMPTY_LEDGER } from '../ledger.ts'
import type { FromWorker, ToWorker, WorkerData } from './messages.ts'

type Outcomes = Extract<FromWorker, { type: 'outcomes' }>
type Report = Extract<FromWorker, { type: 'report' }>

export interface WorkerListener {
  ready(): void
  outcomes(outcomes: Outcomes): void
  report(report: Report): void
  /** The worker could not be started, or ended by a fault. */
  broken(error: StacktaleError): void
}

/** V8 would let the worker's new objects take 48 MB before it looks which of them are still needed. */
const YOUNG_GENERATION_MB = 12

/** The worker's thread, and what is said between it and the application's. */
export class WorkerLink {
  readonly #worker: Worker
  readonly #port: MessagePort
  readonly #listener: WorkerListener
  readonly #signal = new Int32Array(new SharedArrayBuffer(4))
  readonly #flushes = new Map<number, () => void>()
  #flushed = 0
  #isBroken = false
  #isKeptAlive = false
  #ledger: Ledger = EMPTY_LEDGER
  #isCounted = true

  /**
   * @param file the worker's code
   * @throws where threads cannot be started at all
   */
  constructor(file: URL, listener: WorkerListener) {
    const { port1, port2 } = new MessageChannel()
    const data: WorkerData = { port: port2, signal: this.#signal }
    this.#listener = listener
    this.#port = port1
    this.#worker = new Worker(file, {
      name: 'stacktale',
      workerData: data,
      transferList: [port2],
      env: SHARE_ENV,
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    })
    this.#worker.on('error', (error) => this.#break(error))
    this.#worker.on('exit', (code) => this.#break(new Error(`it exited with code ${code}`)))
    port1.on('message', (message: FromWorker) => this.#receive(message))
    this.#worker.unref()
    port1.unref()
  }

  /** As the worker knew it last. */
  get ledger(): Ledger {
    return this.#ledger
  }

  /** Whether what is stored was counted in the table too, as the worker knew it last. */
  get isCounted(): boolean {
    return this.#isCounted
  }

  /** While something is awaited, the process stays alive for it. */
  keepAlive(isAwaited: boolean): void {
    if (isAwaited === this.#isKeptAlive) return
    this.#isKeptAlive = isAwaited
    if (isAwaited) this.#port.ref()
    else this.#port.unref()
  }

  post(message: ToWorker): void {
    this.#port.postMessage(message)
  }

  async flush(timeoutMs: number, until: FlushUntil): Promise<void> {
    this.#flushed += 1
    const number = this.#flushed
    await new Promise<void>((resolve) => {
      this.#flushes.set(number, resolve)
      this.post({ type: 'flush', number, timeoutMs, until })
    })
  }

  /**
   * Stands still until the worker has everything stored or on disk, or the time is over. A worker
   * goes on meanwhile; nothing else in this process does.
   */
  endSync(timeoutMs: number): void {
    Atomics.store(this.#signal, 0, 0)
    this.post({ type: 'end', timeoutMs })
    Atomics.wait(this.#signal, 0, 0, timeoutMs)
    for (;;) {
      const received: { message: FromWorker } | undefined = receiveMessageOnPort(this.#port)
      if (received === undefined) break
      this.#receive(received.message)
    }
  }

  #receive(message: FromWorker): void {
    switch (message.type) {
      case 'ready':
        this.#listener.ready()
        return
      case 'outcomes':
        this.#ledger = message.ledger
        this.#isCounted = message.isCounted
        this.#listener.outcomes(message)
        return
      case 'flushed':
        this.#flushes.get(message.number)?.()
        this.#flushes.delete(message.number)
        return
      default:
        this.#listener.report(message)
    }
  }

  #break(cause: unknown): void {
    if (this.#isBroken) return
    this.#isBroken = true
    this.#port.close()
    for (const resolve of this.#flushes.values()) resolve()
    this.#listener.broken(workerFailed(cause))
  }
}

/** What is said of a worker that could not be started, or ended by a fault. */
export function workerFailed(cause: unknown): StacktaleError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new StacktaleError(
    'worker-failed',
    `The worker thread that stores events does not run (${reason}), so they are stored from the application's own thread. Where no threads may be started, say so: configure({ worker: false }).`,
    { cause },
  )
}
