import { SHARED_READ_UNITS_PER_SECOND } from '../../../engine/table/read-pace.ts'
import { isSlower, ratioOf, timeOf } from './compared.ts'
import type { Figures } from './measure.ts'

const KB = 1024
const SERVER_P95_MS = 50
const PAGE_BYTES = 100 * KB
const SCRIPT_BYTES = 40 * KB
const OPENING_MS = 1000
const FRAME_MS = 50
const HEAP_GROWTH = 1.2
/** Of the table and of its index, each at its pace. */
const MOST_READ_UNITS = 2 * SHARED_READ_UNITS_PER_SECOND

/** Which of the goals the figures miss, in words. */
export function missesOf(figures: Figures): readonly string[] {
  return [...serverMisses(figures), ...pageMisses(figures), ...crowdMisses(figures)]
}

function serverMisses({ serverTimes }: Figures): readonly string[] {
  return serverTimes.flatMap(({ page, rounds }) => [
    ...tooSlow(page, timeOf(rounds, 'small', 'own', 0.95)),
    ...tooSlow(`${page}, most events`, timeOf(rounds, 'large', 'own', 0.95)),
    ...[0.5, 0.95]
      .filter((share) => isSlower(ratioOf(rounds, share)))
      .map((share) => `${page}: p${share * 100} is slower with more events.`),
  ])
}

function tooSlow(where: string, p95: number): readonly string[] {
  return p95 < SERVER_P95_MS ? [] : [`${where}: p95 is ${p95.toFixed(1)} ms.`]
}

function pageMisses({ weights, browser }: Figures): readonly string[] {
  const heavy = weights.filter(({ part, bytes }) => {
    if (part === 'scripts') return bytes >= SCRIPT_BYTES
    return !part.includes('5,000') && part !== 'style sheets' && bytes >= PAGE_BYTES
  })
  return [
    ...heavy.map(({ part, bytes }) => `${part}: ${(bytes / KB).toFixed(0)} KB before compression.`),
    ...(browser.domReady >= OPENING_MS || browser.firstPaint >= OPENING_MS
      ? ['A story of 5,000 lines takes a second or more to open.']
      : []),
    ...(browser.frameP95 >= FRAME_MS
      ? [`Scrolling a story of 5,000 lines: a frame takes ${browser.frameP95.toFixed(0)} ms (p95).`]
      : []),
  ]
}

function crowdMisses({ crowds }: Figures): readonly string[] {
  return crowds.flatMap(({ page, errors, readUnitsPerSecond, heapBefore, heapAfter }) => [
    ...(errors > 0
      ? [`50 readers of the ${page}: ${errors} ${errors === 1 ? 'error' : 'errors'}.`]
      : []),
    ...(readUnitsPerSecond > MOST_READ_UNITS
      ? [`50 readers of the ${page}: more read units than the pace allows.`]
      : []),
    ...(heapAfter > heapBefore * HEAP_GROWTH ? [`50 readers of the ${page}: the heap grew.`] : []),
  ])
}
