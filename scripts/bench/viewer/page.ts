import type { Table } from '../report/table.ts'
import { tableText } from '../report/table.ts'
import { ratioOf, timeOf } from './compared.ts'
import type { Ratio } from './compared.ts'
import type { Crowd } from './crowd.ts'
import type { InBrowser } from './in-browser.ts'
import type { Figures } from './measure.ts'
import { missesOf } from './misses.ts'
import type { ServerTime } from './server-time.ts'
import { ERA } from './stories.ts'
import type { Weight } from './weights.ts'

interface About {
  readonly machine: string
  /** The machine's load average at the end. */
  readonly load: number
  readonly date: string
}

/** How quick the viewer is, as tables. */
export function figuresText(figures: Figures, { machine, load, date }: About): string {
  const misses = missesOf(figures)
  return [
    `Measured on ${date} with Node ${process.versions.node}, on ${machine}, which viewer, databases and browser shared; its load was ${load.toFixed(1)} at the end.`,
    misses.length === 0
      ? 'Every goal above is met.'
      : `Missed:\n\n${misses.map((miss) => `- ${miss}`).join('\n')}`,
    '## On the server',
    tableText(serverTable(figures)),
    '## No slower with more events',
    tableText(ratioTable(figures.serverTimes)),
    '## Weight',
    tableText(weightTable(figures.weights)),
    '## A story of 5,000 lines in a browser',
    tableText(browserTable(figures.browser)),
    '## 50 readers at a time',
    tableText(crowdTable(figures.crowds)),
  ].join('\n\n')
}

function serverTable({ serverTimes, events }: Figures): Table {
  const tables = [
    ['small', ERA],
    ['large', events],
  ] as const
  return {
    head: ['page', 'events', 'viewer p50', 'viewer p95', 'dynalite p50', 'dynalite p95'],
    rows: serverTimes.flatMap(({ page, rounds }) =>
      tables.map(([table, size]) => [
        page,
        size.toLocaleString('en-US'),
        ms(timeOf(rounds, table, 'own', 0.5)),
        ms(timeOf(rounds, table, 'own', 0.95)),
        ms(timeOf(rounds, table, 'database', 0.5)),
        ms(timeOf(rounds, table, 'database', 0.95)),
      ]),
    ),
  }
}

function ratioTable(times: readonly ServerTime[]): Table {
  return {
    head: ['page', 'rows', 'bytes', 'read units', 'p50, large/small', 'p95, large/small'],
    rows: times.map(({ page, shown, rounds }) => [
      page,
      shown.rows.toFixed(0),
      shown.bytes.toFixed(0),
      shown.readUnits.toFixed(1),
      ratio(ratioOf(rounds, 0.5)),
      ratio(ratioOf(rounds, 0.95)),
    ]),
  }
}

function weightTable(weights: readonly Weight[]): Table {
  return {
    head: ['', 'bytes', 'sent, by gzip'],
    rows: weights.map(({ part, bytes, gzipped }) => [part, kilobytes(bytes), kilobytes(gzipped)]),
  }
}

function browserTable(browser: InBrowser): Table {
  return {
    head: ['', ''],
    rows: [
      ['first paint', ms(browser.firstPaint)],
      ['DOMContentLoaded', ms(browser.domReady)],
      ['loaded', ms(browser.loaded)],
      ['longest task while opening', ms(browser.longestTask)],
      ['frame while scrolling, p50', ms(browser.frameP50)],
      ['frame while scrolling, p95', ms(browser.frameP95)],
      ['longest frame while scrolling', ms(browser.longestFrame)],
    ],
  }
}

function crowdTable(crowds: readonly Crowd[]): Table {
  return {
    head: [
      'page',
      'requests a second',
      'p50',
      'p99',
      'errors',
      'read units a second',
      'heap before',
      'after',
    ],
    rows: crowds.map((crowd) => [
      crowd.page,
      crowd.requestsPerSecond.toFixed(0),
      ms(crowd.p50Ms),
      ms(crowd.p99Ms),
      String(crowd.errors),
      crowd.readUnitsPerSecond.toFixed(1),
      megabytes(crowd.heapBefore),
      megabytes(crowd.heapAfter),
    ]),
  }
}

function ratio({ median, lowest, highest }: Ratio): string {
  return `${median.toFixed(2)} (${lowest.toFixed(2)}–${highest.toFixed(2)})`
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`
}
