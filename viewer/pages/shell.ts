import type { Request } from 'express'
import type { Addresses } from '../addresses.ts'
import { addressesBelow } from '../addresses.ts'
import type { Visitor } from '../auth/visitor.ts'
import { visitorOf } from '../auth/visitor.ts'
import { count } from '../display/count.ts'
import type { Moment } from '../display/moment.ts'
import { moment } from '../display/moment.ts'
import type { ViewerContext } from '../viewer-context.ts'

/** What every page has around its content. */
export interface Shell {
  /** In the window's title. */
  readonly documentTitle: string
  /** Empty for who is not known: it is nobody else's business. */
  readonly table: string
  readonly addresses: Addresses
  readonly sections: readonly Section[]
  /** Who is signed in; undefined where nobody is asked, or is not known yet. */
  readonly account: ShellAccount | undefined
  /** `2.5 read units` */
  readonly readCost: string
  /** When the page was made. */
  readonly made: Moment
}

export interface ShellAccount {
  readonly name: string
  /** Undefined where the application around the viewer signed them in. */
  readonly signOut: string | undefined
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

type SectionName = 'events' | 'overview' | 'cost'

const SECTIONS: Readonly<Record<SectionName, SectionKind>> = {
  events: { label: 'Events', addressIn: (addresses) => addresses.events() },
  overview: { label: 'Overview', addressIn: (addresses) => addresses.overview() },
  cost: { label: 'Cost', addressIn: (addresses) => addresses.cost() },
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
  const visitor = visitorOf(request)
  const isCostKnown = visitor?.prefixes === '*' && reader.standing !== undefined
  const sections = Object.entries(SECTIONS)
    .filter(([name]) => name !== 'cost' || isCostKnown)
    .map(([name, { label, addressIn }]) => ({
      label,
      address: addressIn(addresses),
      isCurrent: name === section,
    }))
  return {
    documentTitle: `${title} · stacktale`,
    table: visitor === undefined ? '' : reader.table,
    addresses,
    sections: visitor === undefined ? [] : sections,
    account: accountOf(visitor, addresses),
    readCost: count(readUnits, 'read unit'),
    made: moment(now, now),
  }
}

function accountOf(visitor: Visitor | undefined, addresses: Addresses): ShellAccount | undefined {
  if (visitor?.name === undefined) return undefined
  const { name, isSignedInHere } = visitor
  return { name, signOut: isSignedInHere ? addresses.signOut() : undefined }
}
