import type { CallNode } from './call-tree.ts'
import type { ErrorDetail, JsonValue, Line } from './event.ts'
import type { Level } from './level.ts'
import { higherLevel } from './level.ts'

const LONGEST_TITLE = 100

/** A line while its event is open. */
export interface OpenLine {
  readonly text: string
  /** The call that logged it. */
  readonly call: CallNode
  /** Milliseconds on the elapsed clock. */
  readonly at: number
  readonly level: Level
  readonly data?: JsonValue
  readonly error?: ErrorDetail
  /** Milliseconds, known once the step that the line opens has ended. */
  took?: number
}

/** What an event's lines say about it as a whole. */
export interface ClosedEvent {
  readonly level: Level
  readonly title: string
  readonly duration: number
  readonly lines: readonly Line[]
}

/** The lines of one unit of work, until it is committed. */
export class OpenEvent {
  readonly #lines: OpenLine[] = []
  #shallowest: CallNode | undefined

  get isEmpty(): boolean {
    return this.#lines.length === 0
  }

  /** The call that logged the last line; undefined without lines. */
  get last(): CallNode | undefined {
    return this.#lines.at(-1)?.call
  }

  /** The call that logged the shallowest line so far; undefined without lines. */
  get shallowest(): CallNode | undefined {
    return this.#shallowest
  }

  add(line: OpenLine): void {
    this.#lines.push(line)
    if (this.#shallowest === undefined || line.call.depth < this.#shallowest.depth) {
      this.#shallowest = line.call
    }
  }

  /** @param now milliseconds on the elapsed clock */
  close(now: number): ClosedEvent {
    const first = this.#lines[0]
    const startedAt = first?.at ?? now
    const outermost = this.#shallowest?.depth ?? 0
    return {
      level: this.#lines.reduce<Level>(
        (highest, { level }) => higherLevel(highest, level),
        'debug',
      ),
      title: titleOf(first?.text ?? ''),
      duration: tenth(now - startedAt),
      lines: this.#lines.map(({ at, call, took, ...line }) => ({
        ...line,
        depth: call.depth - outermost,
        elapsed: tenth(at - startedAt),
        ...(took !== undefined && { took: tenth(took) }),
      })),
    }
  }
}

function titleOf(text: string): string {
  const row = text.split('\n', 1)[0] ?? ''
  if (row.length <= LONGEST_TITLE) return row.toWellFormed()
  return `${row.slice(0, LONGEST_TITLE - 1).replace(/[\uD800-\uDBFF]$/, '')}…`.toWellFormed()
}

/** Elapsed times are kept to a tenth of a millisecond, and never run backwards. */
function tenth(milliseconds: number): number {
  return Math.max(0, Math.round(milliseconds * 10) / 10)
}
