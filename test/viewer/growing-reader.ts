import type { EventPage, EventQuery, FeedQuery } from '../../engine/table/event-page.ts'
import type { SampleEvent } from './memory-reader.ts'
import { MemoryReader } from './memory-reader.ts'

/** A table that events come to while it is read. */
export class GrowingReader extends MemoryReader {
  readonly events: SampleEvent[]
  /** What feeds were read so far. */
  readonly asked: FeedQuery[] = []
  /** The most that were read at a time. */
  mostAtOnce = 0
  #atOnce = 0
  /** Set to make the next answers wait. */
  gate: Promise<void> = Promise.resolve()

  constructor(events: readonly SampleEvent[]) {
    super([])
    this.events = [...events]
  }

  override async feed(query: FeedQuery = {}): Promise<EventPage> {
    this.asked.push(query)
    this.#atOnce += 1
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#atOnce)
    await this.gate
    this.#atOnce -= 1
    return await new MemoryReader(this.events).feed(query)
  }

  override async object(key: string, query: EventQuery = {}): Promise<EventPage> {
    return await new MemoryReader(this.events).object(key, query)
  }
}
