import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Ledger } from 'stacktale'
import { createTable, TableReader } from 'stacktale/table'
import { jsonOf } from './child.ts'
import { StandIn } from './stand-in.ts'

/** The application that is under load. */
export interface Application {
  readonly table: string
  readonly endpoint: string
  readonly journal: string
  readonly eventsPerSecond: number
  readonly seconds: number
  readonly isLogging: boolean
}

export interface ApplicationResult {
  readonly made: number
  readonly cpuMs: number
  readonly delayP99Ms: number
  /** Of the process's memory, at most. */
  readonly growthMb: number
  /** At its end. */
  readonly ledger: Ledger
}

export interface Overload {
  readonly seconds: number
  readonly offered: number
  /** Of the table's write units, how many were used. */
  readonly share: number
  readonly throttledPuts: number
  readonly growthMb: number
  readonly delayP99Ms: number
  readonly silentDelayP99Ms: number
  readonly journaled: number
  readonly dropped: number
  /** Events in the table, once the journal was sent too. */
  readonly stored: number
}

const PROCESS = fileURLToPath(new URL('overload-process.js', import.meta.url))
const CATCH_UP = fileURLToPath(new URL('catch-up-process.js', import.meta.url))
const WRITE_UNITS = 12
/** An event of 40 lines takes two of the table's write units. */
const UNITS_PER_EVENT = 2
const TIMES_OFFERED = 10
const MOST_PER_PAGE = 1000

/** A table of 12 write units, offered ten times that for some time, with a journal. */
export async function measureOverload(store: string, seconds: number): Promise<Overload> {
  const table = `overload-${process.pid}`
  const journal = await mkdtemp(join(tmpdir(), 'stacktale-overload-'))
  const eventsPerSecond = (WRITE_UNITS / UNITS_PER_EVENT) * TIMES_OFFERED
  const application = { table, endpoint: store, journal, eventsPerSecond, seconds }
  try {
    await createTable({ table, endpoint: store })
    const silent: ApplicationResult = await jsonOf(PROCESS, { ...application, isLogging: false })
    // Its units begin to flow now.
    await using aws = new StandIn({ endpoint: store, table, writeUnits: WRITE_UNITS })
    const { endpoint } = await aws.report()
    const startedAt = performance.now()
    const logging: ApplicationResult = await jsonOf(PROCESS, {
      ...application,
      endpoint,
      isLogging: true,
    })
    const allowed = ((performance.now() - startedAt) / 1000) * WRITE_UNITS
    const after = await aws.report('plenty')
    await jsonOf(CATCH_UP, { ...application, endpoint, isLogging: true })
    return {
      seconds,
      offered: logging.made,
      share: after.tableUnits / allowed,
      throttledPuts: after.throttledPuts,
      growthMb: logging.growthMb,
      delayP99Ms: logging.delayP99Ms,
      silentDelayP99Ms: silent.delayP99Ms,
      journaled: logging.ledger.journaled,
      dropped: logging.ledger.dropped,
      stored: await storedIn(table, store),
    }
  } finally {
    await rm(journal, { recursive: true, force: true })
  }
}

async function storedIn(table: string, endpoint: string): Promise<number> {
  const reader = new TableReader({ table, endpoint })
  const keys = new Set<string>()
  for (let cursor: string | undefined; ;) {
    const page = await reader.feed({
      prefix: 'bench',
      limit: MOST_PER_PAGE,
      ...(cursor !== undefined && { cursor }),
    })
    for (const { object, timestamp } of page.events) keys.add(`${object} ${timestamp}`)
    if (page.cursor === undefined) return keys.size
    cursor = page.cursor
  }
}
