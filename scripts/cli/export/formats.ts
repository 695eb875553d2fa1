import type { StoredEvent } from '../../../engine/table/event-page.ts'
import { eventJson } from '../event-json.ts'
import { jsonText } from '../../../engine/json-text.ts'
import { CSV_HEADING, csvRow } from './csv.ts'
import { plainStory } from './plain-story.ts'

export interface ExportFormat {
  /** What comes before the first event. */
  readonly heading: string
  readonly textOf: (event: StoredEvent) => string
}

const BY_NAME: Readonly<Record<string, ExportFormat>> = {
  ndjson: { heading: '', textOf: (event) => `${jsonText(eventJson(event))}\n` },
  text: { heading: '', textOf: plainStory },
  csv: { heading: CSV_HEADING, textOf: csvRow },
}

export const FORMATS: readonly string[] = Object.keys(BY_NAME)

/** @throws RangeError for a name that is none of `FORMATS` */
export function formatNamed(name: string | undefined): ExportFormat {
  const format = BY_NAME[name ?? '']
  if (format === undefined) throw new RangeError(`There is no format ${String(name)}.`)
  return format
}
