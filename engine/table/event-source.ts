import type { EventSummary } from '../event.ts'
import { summaryOf } from '../item/decode-event.ts'
import { numberText } from '../item/number-text.ts'
import type { PartitionPage } from './partition.ts'

/** The most items that one request looks at. */
const LARGEST_WINDOW = 1000

type ReadPage = (window: number, start: PartitionPage['next']) => Promise<PartitionPage>

/** The events of one partition, newest first, fetched a page at a time in growing windows. */
export class EventSource {
  readonly #readPage: ReadPage
  #window: number
  readonly #buffer: EventSummary[] = []
  #next: PartitionPage['next']
  #ended = false

  constructor(readPage: ReadPage, firstWindow: number) {
    this.#readPage = readPage
    this.#window = firstWindow
  }

  /** The newest event not yet taken, among those fetched. */
  get head(): EventSummary | undefined {
    return this.#buffer[0]
  }

  /** Nothing is fetched any more that was not taken, and there may be more in the table. */
  get isDry(): boolean {
    return this.#buffer.length === 0 && !this.#ended
  }

  /** The sort key down to which this source has been read; undefined before the first page and after the last. */
  get position(): string | undefined {
    return numberText(this.#next?.['timestamp'])
  }

  /** Removes and returns the head. */
  take(): EventSummary {
    const head = this.#buffer.shift()
    if (head === undefined) throw new RangeError('take() from a source without a head')
    return head
  }

  /** Reads a page. @returns the read units it took */
  async fetch(): Promise<number> {
    const page = await this.#readPage(this.#window, this.#next)
    this.#window = Math.min(this.#window * 2, LARGEST_WINDOW)
    this.#buffer.push(...page.items.map(summaryOf))
    this.#next = page.next
    this.#ended = page.next === undefined
    return page.readUnits
  }
}
