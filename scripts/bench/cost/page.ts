import { readUnitsFor } from '../../../engine/cost.ts'
import { FEED_ATTRIBUTES } from '../../../engine/item/item.ts'
import { LEVELS } from '../../../engine/level.ts'
import type { Table } from '../report/table.ts'
import { tableText } from '../report/table.ts'
import { CHART_PREFIXES, chartCost } from './charts.ts'
import type { CodingCost } from './codings.ts'
import type { WorkloadCost } from './measure-workload.ts'
import type { Tally } from './tally.ts'
import { MONTH_DAYS } from './tally.ts'

const LIST = 100
/** What reading may take, in read units. */
const MOST_UNITS = { list: 5, event: 1, charts: 5 } as const
const CHART_WRITERS = [1, 3, 10] as const
const MILLION = 1e6
const HEADLINE_LINES = 1e9

/** What storing events costs, as tables. */
export function figuresText(
  costs: readonly WorkloadCost[],
  {
    events,
    machine,
    date,
  }: { readonly events: number; readonly machine: string; readonly date: string },
): string {
  return [
    `${events} events each, seeded; bytes and units by the arithmetic above, the index \`feed\` (${FEED_ATTRIBUTES.length} attributes projected) and the overheads of storage included.`,
    '',
    tableText(storageTable(costs)),
    '',
    `A month of ${MONTH_DAYS} days in the free tier, events kept as long; 25 GB are taken as 25,000,000,000 bytes:`,
    '',
    tableText(monthTable(costs)),
    '',
    ...costs.slice(0, 1).map(headline),
    '',
    'Read units, eventually consistent:',
    '',
    tableText(readTable(costs)),
    '',
    `A day of charts (at most ${MOST_UNITS.charts}), where each writer stored events of ${CHART_PREFIXES.length} prefixes at ${LEVELS.length} levels in each hour. The last 24 hours lie in two UTC days; at the end of the day both are read whole:`,
    '',
    tableText(chartTable()),
    '',
    `Up to ${mostChartWriters()} such writers stay within it at any time of the day; a writer is a process.`,
    '',
    `What each coding makes of a story, and what it takes of the processor, from lines to bytes. Measured on ${date} with Node ${process.versions.node}, on ${machine}:`,
    '',
    tableText(codingTable(costs)),
    '',
    'A prototype that the engine has not: bodies deflated with a dictionary for each prefix, made of the lines of other events. The columns that say what is stored take all else as it is:',
    '',
    tableText(dictionaryTable(costs)),
  ].join('\n')
}

function storageTable(costs: readonly WorkloadCost[]): Table {
  return {
    head: [
      'events',
      'stored as',
      'lines',
      'bytes an event',
      'bytes a line',
      'write units',
      'lines a unit',
    ],
    rows: costs.flatMap((cost) => [
      ...[...cost.tallies].map(([way, tally]) => storageRow(cost.name, way, tally)),
      ...(isShortened(cost) ? [storageRow(shortName(cost), 'stacktale', cost.short)] : []),
    ]),
  }
}

function storageRow(name: string, way: string, tally: Tally): readonly string[] {
  return [
    name,
    way,
    (tally.lines / tally.events).toFixed(1),
    (tally.storedBytes / tally.events).toFixed(0),
    tally.bytesPerLine.toFixed(1),
    ((tally.tableUnits + tally.feedUnits) / tally.events).toFixed(2),
    tally.linesPerUnit.toFixed(1),
  ]
}

function monthTable(costs: readonly WorkloadCost[]): Table {
  return {
    head: ['events', 'stored as', 'by storage', 'by write units', 'what binds', 'events', 'lines'],
    rows: costs.flatMap(({ name, tallies }) =>
      [...tallies].map(([way, tally]) => {
        const { eventsByStorage, eventsByWrites } = tally
        const events = Math.min(eventsByStorage, eventsByWrites)
        return [
          name,
          way,
          inMillions(eventsByStorage),
          inMillions(eventsByWrites),
          eventsByStorage < eventsByWrites ? 'storage' : 'writes',
          inMillions(events),
          inMillions((events * tally.lines) / tally.events),
        ]
      }),
    ),
  }
}

function inMillions(count: number): string {
  return `${(count / MILLION).toFixed(1)} million`
}

/** Whether a billion lines a month cost nothing. */
function headline({ name, tallies }: WorkloadCost): string {
  const tally = tallies.get('stacktale')
  if (tally === undefined) return ''
  const perEvent = tally.lines / tally.events
  const [kept, written] = [tally.eventsByStorage * perEvent, tally.eventsByWrites * perEvent]
  const days = Math.floor((MONTH_DAYS * kept) / HEADLINE_LINES)
  const isTrue = Math.min(kept, written) >= HEADLINE_LINES
  const verdict = isTrue
    ? 'holds'
    : `does not hold where each is kept for ${MONTH_DAYS} days${written >= HEADLINE_LINES ? `, and holds where each is kept for ${days}` : ''}`
  return `“A billion lines a month for $0” ${verdict}: of ${name}, the storage keeps ${(kept / MILLION).toFixed(0)} million lines, and the write units take ${(written / MILLION).toFixed(0)} million a month.`
}

function readTable(costs: readonly WorkloadCost[]): Table {
  return {
    head: [
      'events',
      `a list of ${LIST} (at most ${MOST_UNITS.list})`,
      `one event (at most ${MOST_UNITS.event})`,
      'the biggest event',
    ],
    rows: costs.map(({ name, tallies }) => {
      const {
        entryBytes = 0,
        readBytes = 0,
        mostReadBytes = 0,
        events = 1,
      } = tallies.get('stacktale') ?? {}
      return [
        name,
        String(readUnitsFor((LIST * entryBytes) / events)),
        String(readUnitsFor(readBytes / events)),
        String(readUnitsFor(mostReadBytes)),
      ]
    }),
  }
}

function chartTable(): Table {
  return {
    head: ['writers', 'bytes an item', 'a UTC day', 'the last 24 hours, at most'],
    rows: CHART_WRITERS.map(chartCost).map(({ writers, itemBytes, dayUnits, hoursUnits }) => [
      String(writers),
      itemBytes.toFixed(0),
      String(dayUnits),
      String(hoursUnits),
    ]),
  }
}

function mostChartWriters(): number {
  let writers = 1
  while (chartCost(writers + 1).hoursUnits <= MOST_UNITS.charts) writers += 1
  return writers
}

function codingTable(costs: readonly WorkloadCost[]): Table {
  return {
    head: ['events', 'coding', 'bytes', 'CPU an event'],
    rows: costs.flatMap((cost) => [
      ...codingRows(cost.name, cost.codings),
      ...(isShortened(cost) ? codingRows(shortName(cost), cost.shortCodings) : []),
    ]),
  }
}

function codingRows(name: string, codings: readonly CodingCost[]): Table['rows'] {
  return codings.map(({ coding, bytes, us }) => [
    name,
    coding,
    bytes.toFixed(0),
    `${us.toFixed(0)} µs`,
  ])
}

function isShortened({ short }: WorkloadCost): boolean {
  return short.events > 0
}

function shortName({ name }: WorkloadCost): string {
  return `${name}, cut to 40 lines`
}

function dictionaryTable(costs: readonly WorkloadCost[]): Table {
  return {
    head: ['events', 'dictionary', 'body', 'instead of', 'bytes a line', 'instead of', 'CPU'],
    rows: costs.flatMap(({ name, tallies, codings, dictionaries }) => {
      const tally = tallies.get('stacktale')
      const now = codings.find(({ coding }) => coding === 'deflate-lines')?.bytes ?? 0
      return dictionaries.map(({ dictionaryKb, bytes, us }) => [
        name,
        `${dictionaryKb} KB`,
        bytes.toFixed(0),
        now.toFixed(0),
        tally === undefined
          ? ''
          : ((tally.storedBytes + (bytes - now) * tally.events) / tally.lines).toFixed(1),
        tally?.bytesPerLine.toFixed(1) ?? '',
        `${us.toFixed(0)} µs`,
      ])
    }),
  }
}
