import { StacktaleError } from '../../engine/errors/stacktale-error.ts'
import type { AccountUnits } from '../../engine/table/account-units.ts'
import { accountUnits } from '../../engine/table/account-units.ts'
import { dollarsAMonth, exceedsFreeUnits, FREE_UNITS } from '../../engine/table/free-tier.ts'
import type { Billing } from '../../engine/table/schema.ts'
import { FEED_UNITS, TABLE_UNITS } from '../../engine/table/schema.ts'
import type { Units } from '../../engine/table/table-status.ts'
import { count } from './count.ts'
import type { Place } from './place.ts'
import type { Screen } from './screen.ts'

/** What the provisioned tables of the account have in this region, a table that is to be made among them. */
export interface AccountReport {
  readonly tables: number
  readonly units: Units
  readonly free: Units
  /** Whether there is no table that could not be looked at. */
  readonly isComplete: boolean
  /** What the units beyond the free ones cost, at the prices of us-east-1. */
  readonly dollarsAMonth: number
}

const NOT_CREATED: Readonly<Record<Billing, Units>> = {
  provisioned: {
    write: TABLE_UNITS.write + FEED_UNITS.write,
    read: TABLE_UNITS.read + FEED_UNITS.read,
  },
  'on-demand': { write: 0, read: 0 },
}

/**
 * Adds up the account's provisioned units, and warns where they pass those that are free.
 *
 * @returns undefined where the account may not be looked at, which is said
 */
export async function reportAccount(
  place: Place,
  billing: Billing,
  screen: Screen,
): Promise<AccountReport | undefined> {
  const account = await unlessRefused(place, screen)
  if (account === undefined) return undefined
  const own = account.byTable.get(place.table) ?? NOT_CREATED[billing]
  const all = [...new Map([...account.byTable, [place.table, own]]).values()].filter(isProvisioned)
  const units = {
    write: all.reduce((sum, { write }) => sum + write, 0),
    read: all.reduce((sum, { read }) => sum + read, 0),
  }
  const report: AccountReport = {
    tables: all.length,
    units,
    free: FREE_UNITS,
    isComplete: account.isComplete,
    dollarsAMonth: dollarsAMonth(units),
  }
  if (isProvisioned(own) && exceedsFreeUnits(units)) screen.warning(warningOf(report))
  else if (!account.isComplete) screen.note('Not every table of this account could be looked at.')
  return report
}

function isProvisioned({ write, read }: Units): boolean {
  return write + read > 0
}

async function unlessRefused(place: Place, screen: Screen): Promise<AccountUnits | undefined> {
  try {
    return await accountUnits({
      ...place,
      onLooked: (tables) => screen.progress(`Looked at ${count(tables, 'table')} of the account…`),
    })
  } catch (error) {
    if (!(error instanceof StacktaleError && error.code === 'access-denied')) throw error
    screen.note(
      'Whether this account stays within the free units is not known: listing its tables (dynamodb:ListTables) is not allowed.',
    )
    return undefined
  }
}

function warningOf({ tables, units, free, dollarsAMonth: dollars }: AccountReport): string {
  const words = tables === 1 ? 'This table has' : `With this one, ${tables} tables have`
  return [
    `${words} ${units.write} write and ${units.read} read units in this account and region, of which ${free.write} and ${free.read} are free.`,
    `The others cost about $${dollars.toFixed(2)} a month at the prices of us-east-1.`,
    'To pay nothing, give other tables fewer units; --billing on-demand is paid for by the request.',
  ].join(' ')
}
