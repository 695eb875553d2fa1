import type { EventHeader } from 'stacktale'
import { TableReader } from 'stacktale/table'
import type { TestTable } from '../../table/table-for-test.ts'

/** Every event of an object that a table holds. */
export async function storedEvents(
  location: TestTable,
  object: string,
): Promise<readonly EventHeader[]> {
  const reader = new TableReader(location)
  const events: EventHeader[] = []
  let cursor: string | undefined
  do {
    const page = await reader.object(object, {
      limit: 1000,
      ...(cursor !== undefined && { cursor }),
    })
    events.push(...page.events)
    cursor = page.cursor
  } while (cursor !== undefined)
  return events
}

/** The titles of the events of an object, sorted: twice where an event is there twice. */
export async function storedTitles(
  location: TestTable,
  object: string,
): Promise<readonly string[]> {
  return (await storedEvents(location, object)).map(({ title }) => title).toSorted()
}

/** Texts of events that differ. */
export function texts(count: number, from: number = 0): readonly string[] {
  return Array.from({ length: count }, (_, index) => `Event ${from + index}`)
}
