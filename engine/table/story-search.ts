import type { EventSummary } from '../event.ts'
import { millisecondsOf } from '../item/timestamp.ts'
import { LARGEST_LIMIT } from './check-query.ts'
import { costAhead } from './cost-ahead.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import type { EventPage, EventQuery, StoredEvent } from './event-page.ts'
import { LEAST_READ_UNITS } from './read-units.ts'
import { storyReadUnits } from './story-read-units.ts'

/** What stories are looked for with. */
export interface StorySource {
  /** A page of the events to look into, such as a `TableReader`'s `feed` gives. */
  readonly page: (query: EventQuery) => Promise<EventPage>
  readonly story: (object: string, timestamp: string) => Promise<StoredEvent | undefined>
}

/** Which stories are wanted. */
export interface StoryMatch {
  /** Whether an event is wanted, where its header tells: then its story is not read. */
  readonly byHeader: (event: EventSummary) => boolean | undefined
  readonly byStory: (story: StoredEvent) => boolean
}

export interface StoryQuery extends EventQuery {
  /** The most stories to find. */
  readonly limit: number
  /** Stop before more are taken, of which half may go into listing events. A story bigger than it seemed takes more. */
  readonly maxReadUnits: number
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** The events whose stories are wanted. */
export interface StoryPage extends EventPage {
  /** The stories that were read to find them, by timestamp. */
  readonly stories: ReadonlyMap<string, StoredEvent>
  /** How many stories were read, wanted or not. */
  readonly opened: number
  /** What as much again takes to read, about: what this took, and of stories that cost nothing what such ones cost. */
  readonly againReadUnits: number
}

/** As many as the budget would pay for, at the least that a story takes. */
export function mostStories(maxReadUnits: number): number {
  return Math.min(LARGEST_LIMIT, Math.ceil(maxReadUnits / LEAST_READ_UNITS))
}

/** The most stories that are read at a time, once it is known how big they are. */
const MOST_TOGETHER = 8

/**
 * Looks for stories, newest first, and reads those whose header does not tell. It ends at its limit or its
 * budget as a page of events does: what it was going to look at is all after its cursor, so that pages
 * leave nothing out and give nothing twice.
 */
export async function searchStories(
  source: StorySource,
  match: StoryMatch,
  { limit, maxReadUnits, now, where = () => true, ...query }: StoryQuery,
): Promise<StoryPage> {
  const listed = await source.page({
    ...query,
    limit: mostStories(maxReadUnits),
    maxReadUnits: maxReadUnits / 2,
    where: (event) => where(event) && match.byHeader(event) !== false,
  })
  const events: EventSummary[] = []
  const stories = new Map<string, StoredEvent>()
  const opening = new Opening(source, match, maxReadUnits - listed.readUnits)
  let at = 0
  while (at < listed.events.length && events.length < limit) {
    const next = opening.affordable(listed.events.slice(at, at + limit - events.length))
    if (next.length === 0) break
    at += next.length
    for (const { event, story } of await opening.open(next)) {
      events.push(event)
      if (story !== undefined) stories.set(event.timestamp, story)
    }
  }
  const page = {
    events,
    stories,
    opened: opening.opened,
    readUnits: listed.readUnits + opening.readUnits,
    againReadUnits: listed.readUnits + opening.fullReadUnits,
    ...(listed.looked !== undefined && { looked: listed.looked }),
    ...endOf(listed, at, events.length < limit),
  }
  return { ...page, ...aheadOf({ ...page, readUnits: page.againReadUnits }, query, now) }
}

/** Where the search ended: with the list of events, or within it. A list that is full ends it like a budget. */
function endOf(
  { events, cursor, stopped, searchedTo }: EventPage,
  at: number,
  isBelowLimit: boolean,
): Pick<EventPage, 'cursor' | 'stopped' | 'searchedTo'> {
  const last = events[at - 1]
  const isFull = cursor !== undefined && stopped !== 'budget'
  const isCutShort = at < events.length || (isFull && isBelowLimit)
  if (isCutShort && last !== undefined) {
    const end = { cursor: encodeCursor(last.timestamp) }
    return isBelowLimit
      ? { ...end, stopped: 'budget', searchedTo: millisecondsOf(last.timestamp) }
      : { ...end, stopped: 'limit' }
  }
  return {
    ...(cursor !== undefined && { cursor }),
    ...(stopped !== undefined && { stopped }),
    ...(searchedTo !== undefined && { searchedTo }),
  }
}

function aheadOf(
  { events, readUnits, cursor, searchedTo }: EventPage,
  { from, to, cursor: begin }: EventQuery,
  now: number,
): Pick<EventPage, 'ahead'> {
  const last = events.at(-1)
  if (cursor === undefined || (searchedTo === undefined && last === undefined)) return {}
  const top = begin === undefined ? now : millisecondsOf(decodeCursor(begin))
  const ahead = costAhead({
    later: Math.min(top, now, to === undefined ? now : Number(to)),
    earlier: searchedTo ?? millisecondsOf(last?.timestamp ?? '0'),
    readUnits,
    from: from === undefined ? undefined : Number(from),
  })
  return ahead === undefined ? {} : { ahead }
}

interface Found {
  readonly event: EventSummary
  readonly story: StoredEvent | undefined
}

/** Reads stories, as many at a time as there are units for by what those before took. */
class Opening {
  readonly #source: StorySource
  readonly #match: StoryMatch
  readonly #maxReadUnits: number
  #together = 1
  #expected = 0
  readUnits = 0
  /** What it would have taken, had none of the stories been read just before. */
  fullReadUnits = 0
  opened = 0

  constructor(source: StorySource, match: StoryMatch, maxReadUnits: number) {
    this.#source = source
    this.#match = match
    this.#maxReadUnits = maxReadUnits
  }

  /** The first of some events that can be looked into; without the first of all, there would be no going on. */
  affordable(events: readonly EventSummary[]): readonly EventSummary[] {
    const dearness = this.#expected === 0 ? 1 : Math.max(1, this.readUnits / this.#expected)
    let left = this.#maxReadUnits - this.readUnits
    let opened = 0
    const end = events.findIndex((event) => {
      if (this.#isKnown(event)) return false
      opened += 1
      left -= storyReadUnits(event) * dearness
      const isFirst = this.opened === 0 && opened === 1
      return !isFirst && (left < 0 || opened > this.#together)
    })
    return end === -1 ? events : events.slice(0, end)
  }

  /** @returns the wanted ones */
  async open(events: readonly EventSummary[]): Promise<readonly Found[]> {
    const found = await Promise.all(events.map(async (event) => await this.#look(event)))
    this.#together = Math.min(this.#together * 2, MOST_TOGETHER)
    return found.flatMap((each) => each ?? [])
  }

  async #look(event: EventSummary): Promise<Found | undefined> {
    if (this.#isKnown(event)) return { event, story: undefined }
    const story = await this.#source.story(event.object, event.timestamp)
    this.opened += 1
    this.#expected += storyReadUnits(event)
    const took = story?.readUnits ?? LEAST_READ_UNITS
    this.readUnits += took
    this.fullReadUnits += took === 0 ? storyReadUnits(event) : took
    return story !== undefined && this.#match.byStory(story) ? { event, story } : undefined
  }

  #isKnown(event: EventSummary): boolean {
    return this.#match.byHeader(event) !== undefined
  }
}
