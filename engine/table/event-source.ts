import type { EventSummary } from '../event.ts'
import { summaryOf } from '../item/decode-event.ts'
import { numberText } from '../item/number-text.ts'
import type { PartitionPage } from './partition.ts'

/** The most items that one request looks at. */
const LARGEST_WINDOW = 1000

export type ReadPage = (window: number, start: PartitionPage['next']) => Promise<PartitionPage>

export interface EventSourceOptions {
  readonly firstWindow: number
  /** The read units that looking at an item takes, about, until that is known. */
  readonly unitsAnItem: number
  /** Which events are wanted. Default: all. */
  readonly where?: ((event: EventSummary) => boolean) | undefined
}

/** The events of one partition, newest first, fetched a page at a time in growing windows. */
export class EventSource {
  readonly #readPage: ReadPage
  #window: number
  #unitsAnItem: number
  readonly #buffer: EventSummary[] = []
  #next: PartitionPage['next']
  readonly #where: (event: EventSummary) => boolean
  #ended = false
  #looked = 0

  constructor(
    readPage: ReadPage,
    { firstWindow, unitsAnItem, where = () => true }: EventSourceOptions,
  ) {
    this.#readPage = readPage
    this.#window = firstWindow
    this.#unitsAnItem = unitsAnItem
    this.#where = where
  }

  /** How many items were looked at, wanted or not. */
  get looked(): number {
    return this.#looked
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

  /** Reads a page of an item or more, which takes about so many units at most. @returns the read units it took */
  async fetch(mostUnits: number): Promise<number> {
    const affordable = Math.max(1, Math.floor(mostUnits / this.#unitsAnItem))
    const page = await this.#readPage(Math.min(this.#window, affordable), this.#next)
    this.#window = Math.min(this.#window * 2, LARGEST_WINDOW)
    if (page.looked > 0 && page.readUnits > 0) this.#unitsAnItem = page.readUnits / page.looked
    this.#looked += page.looked
    this.#buffer.push(...page.items.map(summaryOf).filter(this.#where))
    this.#next = page.next
    this.#ended = page.next === undefined
    return page.readUnits
  }
}
