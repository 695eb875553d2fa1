import { StacktaleError } from '../errors/stacktale-error.ts'
import type { LogEvent } from '../event.ts'
import type { Receipt, Sink } from '../sinks/sink.ts'

/** An accepted event on its way to its sink. */
export class Shipment {
  readonly event: LogEvent
  readonly sink: Sink
  /** What it takes in memory, about. */
  readonly sizeBytes: number
  /** Settles at the first outcome; a failure reported here does not end the delivery. */
  readonly outcome: Promise<Receipt>
  #resolve: (receipt: Receipt) => void = () => undefined
  #reject: (error: StacktaleError) => void = () => undefined

  constructor(event: LogEvent, sink: Sink) {
    this.event = event
    this.sink = sink
    this.sizeBytes = event.lines.reduce((sum, { text }) => sum + 2 * text.length + 100, 500)
    this.outcome = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
    this.outcome.catch(() => undefined)
  }

  /** One try. @returns what went wrong, if anything did */
  async send(): Promise<StacktaleError | undefined> {
    try {
      this.#resolve(await this.sink.write(this.event))
      return undefined
    } catch (error) {
      return error instanceof StacktaleError ? error : sinkFailed(error)
    }
  }

  /** Tells the one who committed that the event is not stored yet. */
  fail(error: StacktaleError): void {
    this.#reject(error)
  }
}

function sinkFailed(cause: unknown): StacktaleError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new StacktaleError(
    'sink-failed',
    `The sink did not store an event (${reason}). The event is kept and will be tried again.`,
    { cause },
  )
}
