import type { Command } from 'commander'
import { SHARED_READ_UNITS_PER_SECOND } from '../../engine/table/read-pace.ts'
import { TableReader } from '../../engine/table/table-reader.ts'
import type { Given } from './given.ts'
import type { Place } from './place.ts'

const LARGEST_BUDGET = 1_000_000_000
const LARGEST_PACE = 100_000

/** Adds how much may be read. @param usual the budget where none is given, in words */
export function addBudget(command: Command, usual: string): void {
  command.option(
    '--budget <units>',
    `stop at about so many read units, and say what going on costs (default: ${usual})`,
  )
}

/** Adds how fast to read. */
export function addPace(command: Command): void {
  command.option(
    '--pace <units>',
    'read units a second; the default lets two readers share a free table',
    String(SHARED_READ_UNITS_PER_SECOND),
  )
}

/** The read units that may be taken; undefined where that was not said. @throws CommandError `usage` */
export function budgetOf(given: Given): number | undefined {
  return given.wholeNumber('budget', 1, LARGEST_BUDGET)
}

/** A reader at the pace that was given. @throws CommandError `usage` */
export function readerAt(place: Place, given: Given): TableReader {
  const readUnitsPerSecond =
    given.wholeNumber('pace', 1, LARGEST_PACE) ?? SHARED_READ_UNITS_PER_SECOND
  return new TableReader({ ...place, readUnitsPerSecond })
}
