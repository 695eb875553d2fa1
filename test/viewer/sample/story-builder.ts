import type { ErrorDetail, JsonValue, Line } from '../../../engine/event.ts'
import type { Level } from '../../../engine/level.ts'
import { higherLevel } from '../../../engine/level.ts'
import { storyText } from '../../../engine/story-text.ts'
import type { SampleEvent } from '../memory-reader.ts'
import type { SeededRandom } from './random.ts'

interface Details {
  readonly data?: JsonValue
  readonly error?: ErrorDetail
  readonly source?: string
}

export interface EventDetails {
  readonly prefix: string
  readonly id: string
  /** Milliseconds since the epoch. */
  readonly committedAt: number
  readonly service?: string
  readonly trace?: string
}

const RETENTION_S = 30 * 86_400

/** Writes a story down as an engine would have. */
export class StoryBuilder {
  readonly random: SeededRandom
  readonly #lines: Line[] = []
  #depth = 0
  #elapsed = 0

  constructor(random: SeededRandom) {
    this.random = random
  }

  say(text: string, details: Details = {}): void {
    this.at('info', text, details)
  }

  at(level: Level, text: string, details: Details = {}): void {
    const elapsed = Math.round(this.#elapsed * 10) / 10
    this.#lines.push({ text, depth: this.#depth, elapsed, level, ...details })
    this.wait(this.random.between(0.1, 0.9))
  }

  /** What `tell` says is said one call deeper. */
  within(tell: () => void): void {
    this.#depth += 1
    tell()
    this.#depth -= 1
  }

  wait(ms: number): void {
    this.#elapsed += ms
  }

  event({ prefix, id, committedAt, service, trace }: EventDetails): SampleEvent {
    const lines = this.#lines
    return {
      object: `${prefix}_${id}`,
      prefix,
      id,
      timestamp: `${Math.floor(committedAt)}.${this.#fraction()}`,
      level: lines.reduce<Level>((level, line) => higherLevel(level, line.level), 'debug'),
      title: lines[0]?.text ?? '',
      duration: Math.round(this.#elapsed * 10) / 10,
      expires: Math.floor(committedAt / 1000) + RETENTION_S,
      host: `ip-10-0-4-${this.random.whole(11, 14)}`,
      ...(service !== undefined && { service }),
      ...(trace !== undefined && { trace }),
      lines,
      text: storyText(lines),
    }
  }

  #fraction(): string {
    const digits = () => String(this.random.whole(0, 999_999)).padStart(6, '0')
    return `000000${digits()}${digits()}${digits()}7`
  }
}
