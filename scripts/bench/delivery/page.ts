import type { Table } from '../report/table.ts'
import { tableText } from '../report/table.ts'
import type { Overload } from './overload.ts'
import type { Throughput, Way } from './throughput.ts'

const NAMES: Readonly<Record<Way, string>> = {
  worker: 'stacktale, worker',
  inline: 'stacktale, inline',
  puts: 'a put an event, one after the other',
  lines: 'an item a line, 25 a request',
}

/** What storing events takes, as tables. */
export function figuresText(
  throughputs: ReadonlyMap<Way, Throughput>,
  overload: Overload,
  { machine, date }: { readonly machine: string; readonly date: string },
): string {
  return [
    `Measured on ${date} with Node ${process.versions.node}, on ${machine}, into the embedded DynamoDB, which had the same processors to share.`,
    '',
    tableText(throughputTable(throughputs)),
    '',
    `A table of 12 write units, offered ten times that for ${overload.seconds} seconds, with a journal:`,
    '',
    tableText(overloadTable(overload)),
  ].join('\n')
}

function throughputTable(throughputs: ReadonlyMap<Way, Throughput>): Table {
  const slowest = throughputs.get('puts')?.eventsPerSecond ?? Number.NaN
  return {
    head: ['40 lines an event', 'events a second', 'ratio', 'CPU an event', 'on the own thread'],
    rows: [...throughputs].map(([way, { eventsPerSecond, cpuMs, mainCpuMs }]) => [
      NAMES[way],
      eventsPerSecond.toFixed(0),
      `${(eventsPerSecond / slowest).toFixed(1)}×`,
      `${cpuMs.toFixed(3)} ms`,
      `${mainCpuMs.toFixed(3)} ms`,
    ]),
  }
}

function overloadTable(overload: Overload): Table {
  const { offered, share, throttledPuts, growthMb, delayP99Ms, silentDelayP99Ms } = overload
  const { journaled, dropped, stored } = overload
  return {
    head: ['', ''],
    rows: [
      ['events offered', String(offered)],
      ['of the table’s write units, used', `${(share * 100).toFixed(1)} %`],
      ['puts that the table refused', String(throttledPuts)],
      ['in the journal at the end', String(journaled)],
      ['let go', String(dropped)],
      ['stored, once the journal was sent too', String(stored)],
      ['growth of the process’s memory, at most', `${growthMb.toFixed(0)} MB`],
      ['delay of the event loop, p99', `${delayP99Ms.toFixed(1)} ms`],
      ['the same without logging', `${silentDelayP99Ms.toFixed(1)} ms`],
    ],
  }
}
