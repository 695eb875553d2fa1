import type { EventFilters } from './query/event-filters.ts'
import type { OverviewRange } from './overview/overview-range.ts'
import { queryOf } from './query/filter-query.ts'

/** The links of one page, all below the path that the viewer is mounted at. */
export interface Addresses {
  readonly events: (filters?: EventFilters) => string
  readonly overview: (range?: OverviewRange) => string
  readonly object: (key: string, filters?: EventFilters) => string
  readonly event: (
    object: string,
    timestamp: string,
    format?: EventFormat,
    filters?: EventFilters,
  ) => string
  readonly trace: (trace: string, filters?: EventFilters) => string
  /** Where to sign in, to go on to one of these addresses then. */
  readonly signIn: (next?: string) => string
  readonly signOut: () => string
  readonly cost: () => string
  /** The part of the list of events that is newer than a look at it, at a time in milliseconds. */
  readonly newer: (filters: EventFilters, since: number) => string
  readonly asset: (file: string) => string
}

/** `previous` and `next` lead to the object's event before it, and after. */
export type EventFormat = 'page' | 'txt' | 'ndjson' | 'previous' | 'next'

const EXTENSIONS: Readonly<Record<EventFormat, string>> = {
  page: '',
  txt: '.txt',
  ndjson: '.ndjson',
  previous: '/previous',
  next: '/next',
}

/**
 * @param base the path the viewer is mounted at, without a slash at its end: `/admin/logs`
 * @param assetsPath where the assets are, below the base
 */
export function addressesBelow(base: string, assetsPath: string): Addresses {
  return {
    events: (filters) => `${base}/${queryOf(filters)}`,
    overview: (range) => `${base}/overview${queryOf({ range })}`,
    object: (key, filters) => `${base}/objects/${segment(key)}${queryOf(filters)}`,
    event: (object, timestamp, format = 'page', filters) =>
      `${base}/events/${segment(object)}/${segment(timestamp)}${EXTENSIONS[format]}${queryOf(filters)}`,
    trace: (trace, filters) => `${base}/traces/${segment(trace)}${queryOf(filters)}`,
    signIn: (next) =>
      `${base}/login${next === undefined ? '' : `?${new URLSearchParams({ next }).toString()}`}`,
    signOut: () => `${base}/logout`,
    cost: () => `${base}/cost`,
    newer: (filters, since) => {
      const query = queryOf(filters)
      return `${base}/newer${query === '' ? '?' : `${query}&`}since=${since}`
    },
    asset: (file) => `${base}${assetsPath}/${file}`,
  }
}

/** A key as one segment of a path. It holds a `_`, so it is never the `..` that a browser resolves. */
function segment(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}
