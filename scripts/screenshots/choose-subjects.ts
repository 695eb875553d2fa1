import { TableReader } from 'stacktale/table'
import type { EventSummary, StoredEvent } from 'stacktale/table'

/** What the pictures show: the same for the same backlog. */
export interface Subjects {
  /** A story on many levels with one warning, near its beginning. */
  readonly story: EventSummary
  /** The object that most is told about. */
  readonly object: string
}

const ALL = { limit: 1000, maxReadUnits: 1000 }
const FIRST_LINES = 10

export async function chooseSubjects(): Promise<Subjects> {
  const reader = new TableReader()
  const { events } = await reader.feed(ALL)
  const story = await chooseStory(reader, events)
  const object = fullestObject(events)
  if (story === undefined || object === undefined) throw new Error('The backlog has no such story.')
  return { story, object }
}

async function chooseStory(
  reader: TableReader,
  events: readonly EventSummary[],
): Promise<EventSummary | undefined> {
  const warnings = events.filter(({ prefix, level }) => prefix === 'workout' && level === 'warn')
  for (const event of warnings.toSorted((a, b) => a.lines - b.lines)) {
    const story = await reader.event(event.object, event.timestamp)
    if (story !== undefined && hasOneEarlyWarning(story)) return event
  }
  return undefined
}

function hasOneEarlyWarning({ lines }: StoredEvent): boolean {
  const [first, ...others] = lines.flatMap(({ level }, index) => (level === 'warn' ? [index] : []))
  return first !== undefined && first < FIRST_LINES && others.length === 0
}

function fullestObject(events: readonly EventSummary[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { object } of events) counts.set(object, (counts.get(object) ?? 0) + 1)
  const [fullest] = [...counts].toSorted(([, a], [, b]) => b - a)
  return fullest?.[0]
}
