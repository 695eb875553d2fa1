import type { Request } from 'express'
import type { Addresses } from '../addresses.ts'
import { addressesBelow } from '../addresses.ts'
import { count } from '../display/count.ts'
import type { Moment } from '../display/moment.ts'
import { moment } from '../display/moment.ts'
import type { ViewerContext } from '../viewer-context.ts'

/** What every page has around its content. */
export interface Shell {
  /** In the window's title. */
  readonly documentTitle: string
  readonly table: string
  readonly addresses: Addresses
  /** Whether this page is the list of events itself. */
  readonly isHome: boolean
  /** `2.5 read units` */
  readonly readCost: string
  /** When the page was made. */
  readonly made: Moment
}

interface ShellContent {
  readonly title: string
  readonly readUnits?: number
  readonly isHome?: boolean
}

export function shellOf(
  { reader, clock, assetsPath }: ViewerContext,
  request: Request,
  { title, readUnits = 0, isHome = false }: ShellContent,
): Shell {
  const now = clock()
  return {
    documentTitle: `${title} · stacktale`,
    table: reader.table,
    addresses: addressesBelow(request.baseUrl, assetsPath),
    isHome,
    readCost: count(readUnits, 'read unit'),
    made: moment(now, now),
  }
}
