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
  readonly sections: readonly Section[]
  /** `2.5 read units` */
  readonly readCost: string
  /** When the page was made. */
  readonly made: Moment
}

/** A part of the viewer that every page links to. */
export interface Section {
  readonly label: string
  readonly address: string
  readonly isCurrent: boolean
}

interface SectionKind {
  readonly label: string
  readonly addressIn: (addresses: Addresses) => string
}

type SectionName = 'events' | 'overview'

const SECTIONS: Readonly<Record<SectionName, SectionKind>> = {
  events: { label: 'Events', addressIn: (addresses) => addresses.events() },
  overview: { label: 'Overview', addressIn: (addresses) => addresses.overview() },
}

interface ShellContent {
  readonly title: string
  readonly readUnits?: number
  /** The section that this page is, rather than one below it. */
  readonly section?: SectionName
}

export function shellOf(
  { reader, clock, assetsPath }: ViewerContext,
  request: Request,
  { title, readUnits = 0, section }: ShellContent,
): Shell {
  const now = clock()
  const addresses = addressesBelow(request.baseUrl, assetsPath)
  return {
    documentTitle: `${title} · stacktale`,
    table: reader.table,
    addresses,
    sections: Object.entries(SECTIONS).map(([name, { label, addressIn }]) => ({
      label,
      address: addressIn(addresses),
      isCurrent: name === section,
    })),
    readCost: count(readUnits, 'read unit'),
    made: moment(now, now),
  }
}
