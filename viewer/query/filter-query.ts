import type { EventFilters } from './event-filters.ts'

/** Filters as the query of an address, with its `?`; empty where there are none. */
export function queryOf(filters: EventFilters = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) {
    if (value !== undefined) query.set(name, textOf(name, value))
  }
  return query.size === 0 ? '' : `?${query.toString()}`
}

function textOf(name: string, value: string | number): string {
  return name === 'from' || name === 'to' ? new Date(value).toISOString() : String(value)
}
