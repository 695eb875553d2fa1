import type { EventFilters } from './event-filters.ts'

/** Filters as the query of an address, with its `?`; empty where there are none. */
export function queryOf(filters: EventFilters = {}): string {
  const query = new URLSearchParams(filterEntries(filters))
  return query.size === 0 ? '' : `?${query.toString()}`
}

/** Those that are set, as an address or a form has them. */
export function filterEntries(filters: EventFilters): [name: string, value: string][] {
  return Object.entries(filters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, textOf(name, value)]],
  )
}

function textOf(name: string, value: string | number): string {
  return name === 'from' || name === 'to' ? new Date(value).toISOString() : String(value)
}
