import { PAGE_READ_UNITS } from '../../engine/table/check-query.ts'
import type { EventSummary } from '../../engine/event.ts'
import type { EventPage, EventQuery } from '../../engine/table/event-page.ts'
import { storyReadUnits } from '../../engine/table/story-read-units.ts'
import type { StoryMatch, StoryPage } from '../../engine/table/story-search.ts'
import { searchStories } from '../../engine/table/story-search.ts'
import type { EventReader } from '../event-reader.ts'
import type { EventFilters } from '../query/event-filters.ts'
import { headerMatches, textMatches, textTerms } from '../query/search/matches.ts'
import { searchQuery } from '../query/search/search-query.ts'
import { lineTexts } from '../query/search/story-texts.ts'
import type { Term } from '../query/search/term.ts'

/** The events of a page, and what finding them took. */
export interface FoundEvents {
  readonly page: EventPage
  /** The stories that were looked into, where they were asked for. */
  readonly inside: Pick<StoryPage, 'opened' | 'stories' | 'againReadUnits'> | undefined
  /** The stories that may have a text that their titles do not, and what reading them takes, about. */
  readonly unopened: { readonly count: number; readonly readUnits: number }
}

/** Reads the events that filters and the terms of a search choose, by whole stories where they are asked for. */
export async function searchEvents(
  reader: EventReader,
  filters: EventFilters,
  terms: readonly Term[],
  now: number,
): Promise<FoundEvents> {
  const { object, prefix, trace, query } = searchQuery(filters, terms, now)
  const read = async (query: EventQuery): Promise<EventPage> =>
    object === undefined
      ? await reader.feed({
          ...query,
          ...(prefix !== undefined && { prefix }),
          ...(trace !== undefined && { trace }),
        })
      : await reader.object(object, query)
  const unopened = { count: 0, readUnits: 0 }
  if (terms.length === 0) return { page: await read(query), inside: undefined, unopened }
  const where = (event: EventSummary): boolean =>
    (filters.prefix ?? event.prefix) === event.prefix && headerMatches(terms, event)
  const match = storyMatch(terms)
  if (filters.in === 'stories' && textTerms(terms).length > 0) {
    const source = { page: read, story: reader.event.bind(reader) }
    const bounds = { limit: query.limit, maxReadUnits: PAGE_READ_UNITS, now }
    const page = await searchStories(source, match, { ...query, ...bounds, where })
    return { page, inside: page, unopened }
  }
  const page = await read({
    ...query,
    where: (event) => {
      if (!where(event)) return false
      if (match.byHeader(event) === undefined) {
        unopened.count += 1
        unopened.readUnits += storyReadUnits(event)
      }
      return textMatches(terms, [event.title])
    },
  })
  return { page, inside: undefined, unopened }
}

/** A title is a part of its story: what it has, the story has. */
function storyMatch(terms: readonly Term[]): StoryMatch {
  const texts = textTerms(terms)
  const unwanted = texts
    .filter(({ isNegated }) => isNegated)
    .map((term) => ({ ...term, isNegated: false }))
  return {
    byHeader: ({ title }) => {
      if (unwanted.some((term) => textMatches([term], [title]))) return false
      return unwanted.length === 0 && textMatches(texts, [title]) ? true : undefined
    },
    byStory: ({ lines }) => textMatches(texts, lines.flatMap(lineTexts)),
  }
}
