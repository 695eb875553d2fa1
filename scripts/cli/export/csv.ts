import { visibleText } from '../../../engine/sinks/console/visible-text.ts'
import type { StoredEvent } from '../../../engine/table/event-page.ts'
import { isoTime } from '../event-row.ts'

const COLUMNS = [
  'time',
  'object',
  'timestamp',
  'level',
  'title',
  'lines',
  'duration',
  'trace',
  'service',
  'host',
  'story',
] as const

/** RFC 4180 ends rows with CR LF. */
const END = '\r\n'

export const CSV_HEADING: string = COLUMNS.join(',') + END

/** An event as a row of CSV that no spreadsheet takes for a formula, and no terminal for a command. */
export function csvRow(event: StoredEvent): string {
  const values: Readonly<Record<(typeof COLUMNS)[number], string | number | undefined>> = {
    time: isoTime(event.timestamp),
    object: event.object,
    timestamp: event.timestamp,
    level: event.level,
    title: event.title,
    lines: event.lines.length,
    duration: event.duration,
    trace: event.trace,
    service: event.service,
    host: event.host,
    story: event.text,
  }
  return COLUMNS.map((column) => cell(values[column])).join(',') + END
}

/** Signs that begin a formula, in the spreadsheets' full-width forms too, and whitespace that they look past. */
const FORMULA = /^[\t\r]|^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/
/** Where a cell would begin with one, were the file split by semicolons, which our quotes do not keep together. */
const FORMULA_WITHIN = /[;\n](?=(?:[^\S\n]|")*[=+\-@\uff1d\uff0b\uff0d\uff20])/g

function cell(value: string | number | undefined): string {
  if (typeof value === 'number') return String(value)
  const text = value ?? ''
  const guarded = (FORMULA.test(text) ? "'" : '') + visibleText(text)
  return `"${guarded.replaceAll(FORMULA_WITHIN, "$&'").replaceAll('"', '""')}"`
}
