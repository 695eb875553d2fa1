import type { Command } from 'commander'
import { Option } from 'commander'
import { LEVELS } from '../../engine/level.ts'
import { decodeCursor } from '../../engine/table/cursor.ts'
import type { EventPage, EventQuery } from '../../engine/table/event-page.ts'
import type { TableReader } from '../../engine/table/table-reader.ts'
import type { EventFilters, FilterName } from '../../viewer/query/event-filters.ts'
import { parseFilters } from '../../viewer/query/parse-filters.ts'
import { QUICK_RANGES } from '../../viewer/query/quick-range.ts'
import { CommandError } from './command-error.ts'
import type { Given } from './given.ts'

const READ_BY_VIEWER: readonly FilterName[] = [
  'prefix',
  'object',
  'level',
  'range',
  'from',
  'to',
  'cursor',
]

/** Adds the options that choose events, as the viewer's addresses do. */
export function addFilters(command: Command): void {
  command
    .option('--prefix <prefix>', 'only events of this prefix, such as workout')
    .option('--object <key>', 'only events of this object, such as workout_42')
    .addOption(levelOption())
    .addOption(
      new Option('--range <range>', 'only the time up to now')
        .choices([...QUICK_RANGES])
        .conflicts(['from', 'to']),
    )
    .option('--from <time>', 'from a day, a minute or a second: 2026-11-21, 2026-11-21T10:41')
    .option(
      '--to <time>',
      'up to the end of a day, a minute or a second; UTC unless it has an offset',
    )
}

export function levelOption(): Option {
  return new Option('--level <level>', 'only events that reached this level').choices([...LEVELS])
}

/**
 * What the options ask for, by the viewer's own rules.
 *
 * @throws CommandError `usage`, or StacktaleError `cursor-invalid`
 */
export function filtersOf(given: Given): EventFilters {
  const query = new URLSearchParams()
  for (const name of READ_BY_VIEWER) {
    const value = given.text(name)
    if (value === '') throw new CommandError('usage', `--${name} is empty. Expected a value.`)
    if (value !== undefined) query.set(name, value)
  }
  const parsed = parseFilters(query, READ_BY_VIEWER)
  if (parsed.ok) {
    const { cursor } = parsed.filters
    if (cursor !== undefined) decodeCursor(cursor)
    return parsed.filters
  }
  const problems = parsed.problems.map(({ parameter, problem }) => `--${parameter}: ${problem}`)
  throw new CommandError('usage', problems.join(' '))
}

/** A page of the events that the filters choose. */
export async function readPage(
  reader: TableReader,
  { object, prefix }: EventFilters,
  query: EventQuery,
): Promise<EventPage> {
  if (object !== undefined) return await reader.object(object, query)
  return await reader.feed({ ...query, ...(prefix !== undefined && { prefix }) })
}
