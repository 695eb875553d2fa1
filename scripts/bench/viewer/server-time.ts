import { fileURLToPath } from 'node:url'
import type { AskedProcess } from './asked-process.ts'
import { askedProcess } from './asked-process.ts'
import type { Round } from './compared.ts'
import type { PageKind } from './page-kinds.ts'
import type { ServerReport, Took } from './server-process.ts'
import type { Shown } from './shown.ts'
import { averageOf, shownOn } from './shown.ts'

/** What one kind of page took of a small table and of a large one: the same pages, to the byte. */
export interface ServerTime {
  readonly page: string
  /** What a page shows, on average. */
  readonly shown: Shown
  readonly rounds: readonly Round[]
}

export interface ServerTimeOptions {
  readonly table: string
  /** Of the small table, and of the large one that has its events too. */
  readonly endpoints: readonly [small: string, large: string]
  readonly kinds: readonly PageKind[]
  readonly rounds: number
  /** Of each page, of each table, in a round. */
  readonly requests: number
}

type Server = AskedProcess<ServerReport>

const PROCESS = fileURLToPath(new URL('server-process.js', import.meta.url))

/**
 * Asks for each page of both tables, one after the other, in rounds of all kinds of pages. The first round
 * does not count: in it V8 compiles what it will.
 *
 * @throws Error where a page of one table is another than that of the other
 */
export async function serverTimes(options: ServerTimeOptions): Promise<readonly ServerTime[]> {
  const { table, endpoints, kinds, rounds, requests } = options
  await using server = askedProcess<ServerReport>(PROCESS, [table, ...endpoints])
  const times = kinds.map((kind) => ({
    kind,
    shown: new Array<Shown>(),
    rounds: new Array<Round>(),
  }))
  for (let round = 0; round <= rounds; round += 1) {
    for (const { kind, shown, rounds: taken } of times) {
      const counts = Array.from({ length: requests }, (_, index) => round * requests + index)
      const measured = await measureRound(server, counts.map(kind.pathAt))
      if (round === 0) continue
      taken.push(measured.round)
      shown.push(...measured.shown)
    }
  }
  return times.map(({ kind, shown, rounds: taken }) => ({
    page: kind.name,
    shown: averageOf(shown),
    rounds: taken,
  }))
}

async function measureRound(
  server: Server,
  paths: readonly string[],
): Promise<{ readonly round: Round; readonly shown: readonly Shown[] }> {
  const { urls } = await server.ask()
  const shown: Shown[] = []
  for (const [index, path] of paths.entries()) {
    const [first, second] = await bodiesOf(path, isSmallFirst(index) ? urls : urls.toReversed())
    if (first === undefined || first !== second) {
      throw new Error(`${path} is another page in a large table than in a small one.`)
    }
    shown.push(shownOn(first))
  }
  const { took } = await server.ask()
  if (took.length !== 2 * paths.length)
    throw new Error('The server told of other pages than these.')
  return { round: { small: tookOf(took, 0), large: tookOf(took, 1) }, shown }
}

async function bodiesOf(path: string, urls: readonly string[]): Promise<readonly string[]> {
  const bodies: string[] = []
  for (const url of urls) {
    const response = await fetch(url + path)
    const body = await response.text()
    if (!response.ok) throw new Error(`${path}: ${response.status} ${body.slice(0, 2000)}`)
    bodies.push(body)
  }
  return bodies
}

/** Each table comes first as often as the other: what comes second finds caches warm. */
function isSmallFirst(index: number): boolean {
  return index % 2 === 0
}

function tookOf(took: readonly Took[], table: 0 | 1): readonly Took[] {
  return took.filter((_, place) => {
    const isFirst = place % 2 === 0
    return isFirst === isSmallFirst(Math.floor(place / 2)) ? table === 0 : table === 1
  })
}
