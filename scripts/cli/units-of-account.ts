import { StacktaleError } from '../../engine/errors/stacktale-error.ts'
import { accountUnits } from '../../engine/table/account-units.ts'
import type { Units } from '../../engine/table/table-status.ts'
import { count } from './count.ts'
import type { Place } from './place.ts'
import type { Screen } from './screen.ts'

/** The provisioned units of the account's tables in a region, added up. */
export interface UnitsOfAccount extends Units {
  readonly tables: number
  /** Whether there is no table that could not be looked at. */
  readonly isComplete: boolean
}

/** @returns undefined where the account may not be looked at */
export async function unitsOfAccount(
  place: Place,
  screen: Screen,
): Promise<UnitsOfAccount | undefined> {
  try {
    const { byTable, isComplete } = await accountUnits({
      ...place,
      onLooked: (tables) => screen.progress(`Looked at ${count(tables, 'table')} of the account…`),
    })
    const all = [...byTable.values()]
    return {
      tables: all.length,
      write: all.reduce((sum, { write }) => sum + write, 0),
      read: all.reduce((sum, { read }) => sum + read, 0),
      isComplete,
    }
  } catch (error) {
    if (error instanceof StacktaleError && error.code === 'access-denied') return undefined
    throw error
  }
}
