import type { Caller } from '../../depth/call-sites.ts'
import { ownFrame } from '../../depth/function-place.ts'
import type { NewLine } from '../../new-line.ts'
import { GenericLogger, whenBegun } from '../../generic-logger.ts'
import type { OpenLine } from '../../open-event.ts'

/** Tells one invocation. What is logged into it after its end is stored as an event of its own. */
export class InvocationLogger extends GenericLogger {
  /** Of the line that opens the event, which a step has no room for. */
  #particulars: object | undefined
  #hasToldTimeout = false

  /** Runs the handler as the step that the first line opens. */
  async tell<Value>(
    title: string,
    particulars: object,
    work: () => Promise<Value>,
  ): Promise<Value> {
    ownFrame('tell')
    this.#particulars = particulars
    return await this.run(async () => {
      ownFrame('tellStep')
      return await this.step(title, work)
    })
  }

  /** @param refused what came in place of a trace, if it is none */
  tellRefusedTrace(refused: string | undefined): void {
    if (refused === undefined) return
    this.warn('Came with a traceparent that is none', { traceparent: refused })
  }

  /** Commits what was told so far; the invocation goes on in another event. */
  tellTimeout(remainingMs: number): void {
    this.#hasToldTimeout = true
    this.warn('About to time out', { remainingMs })
    void this.commit()
    // The next event is of the same trace, also where it calls another service before its first line.
    this.run(() => undefined)
  }

  /** Commits the invocation's event. */
  end(): void {
    if (this.#hasToldTimeout) this.info('Ended after all, before it timed out')
    void this.commit()
    // With what else is logged in the same turn.
    whenBegun(this, () => setImmediate(() => void this.commit()))
  }

  protected override addLine(line: NewLine, from: Caller): OpenLine {
    const data = line.data ?? this.#particulars
    this.#particulars = undefined
    return super.addLine(data === undefined ? line : { ...line, data }, from)
  }
}
