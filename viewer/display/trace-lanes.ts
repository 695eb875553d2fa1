import type { Level } from '../../engine/level.ts'
import type { Call } from './call-tree.ts'
import { duration } from './duration.ts'
import type { TimeBar } from './time-bar.ts'
import { DRAWING_WIDTH, timeBar } from './time-bar.ts'
import type { TraceEvent } from './trace-event.ts'
import { serviceOf, traceSpan } from './trace-event.ts'

/** A trace drawn: a lane for each service, time to the right. */
export interface TraceLanes {
  readonly width: number
  readonly height: number
  /** Of the services' names, in pixels. */
  readonly namesWidth: number
  readonly lanes: readonly Lane[]
  readonly barHeight: number
  readonly bars: readonly LaneBar[]
  /** From the middle of the caller's bar to that of the called, at the time of the call. */
  readonly calls: readonly { readonly x: number; readonly from: number; readonly to: number }[]
  /** Where warnings and errors were logged. */
  readonly troubles: readonly LaneTrouble[]
}

interface Lane {
  readonly service: string
  readonly y: number
  readonly height: number
}

interface LaneBar extends TimeBar {
  /** The place of its event in the list below. */
  readonly number: number
  readonly level: Level
  readonly y: number
  readonly label: string
}

interface LaneTrouble extends TimeBar {
  readonly y: number
  readonly height: number
  readonly level: Level
}

const ROW = 14
const BAR_HEIGHT = 10
/** How far the mark of a warning or an error reaches beyond its bar. */
const TROUBLE_REACH = 2
const PADDING = 8
const NARROWEST = 3
const NARROWEST_NAMES = 84
const WIDEST_NAMES = 200
const CHARACTER = 8
const NAME_GAP = 16
const MOST_ROWS = 8
const MOST_TROUBLES = 200

export function traceLanes(calls: readonly Call<TraceEvent>[]): TraceLanes {
  const { fromMs, tookMs } = traceSpan(calls.map(({ event }) => event))
  const shareAt = (ms: number): number => (ms - fromMs) / Math.max(1, tookMs)
  const byService = callsByService(calls)
  const services = [...byService].toSorted(
    ([, a], [, b]) => earliest(a.map(({ call }) => call)) - earliest(b.map(({ call }) => call)),
  )
  const lanes: Lane[] = []
  const bars: LaneBar[] = []
  const barOf = new Map<TraceEvent, LaneBar>()
  let y = 0
  for (const [service, own] of services) {
    const placed = inRows(own)
    const rows = Math.max(...placed.map(({ row }) => row)) + 1
    const height = rows * ROW + PADDING
    lanes.push({ service, y, height })
    for (const { call, number, row } of placed) {
      const { event } = call
      const bar = {
        number,
        level: event.level,
        y: y + PADDING / 2 + row * ROW + (ROW - BAR_HEIGHT) / 2,
        label: `${service}: ${event.title}, ${duration(event.duration)}`,
        ...timeBar(shareAt(event.fromMs), shareAt(event.toMs), { narrowest: NARROWEST }),
      }
      bars.push(bar)
      barOf.set(event, bar)
    }
    y += height
  }
  return {
    width: DRAWING_WIDTH,
    height: y,
    namesWidth: namesWidthOf(lanes),
    lanes,
    barHeight: BAR_HEIGHT,
    bars,
    calls: calls.flatMap(({ event, caller }) => {
      const to = barOf.get(event)
      const from = caller === undefined ? undefined : barOf.get(caller)
      return from === undefined || to === undefined
        ? []
        : [{ x: to.x, from: middleOf(from), to: middleOf(to) }]
    }),
    troubles: troublesOf(calls, barOf, shareAt),
  }
}

/** About as wide as the longest name; longer ones are cut. */
function namesWidthOf(lanes: readonly Lane[]): number {
  const longest = Math.max(0, ...lanes.map(({ service }) => service.length))
  return Math.min(WIDEST_NAMES, Math.max(NARROWEST_NAMES, longest * CHARACTER + NAME_GAP))
}

interface Placed extends NumberedCall {
  readonly row: number
}

interface NumberedCall {
  readonly call: Call<TraceEvent>
  readonly number: number
}

function callsByService(
  calls: readonly Call<TraceEvent>[],
): ReadonlyMap<string, readonly NumberedCall[]> {
  const byService = new Map<string, NumberedCall[]>()
  for (const [index, call] of calls.entries()) {
    const service = serviceOf(call.event)
    const own = byService.get(service) ?? []
    byService.set(service, own)
    own.push({ call, number: index + 1 })
  }
  return byService
}

/** Events of a service that overlap stand below each other. */
function inRows(calls: readonly NumberedCall[]): readonly Placed[] {
  const ends: number[] = []
  return calls
    .toSorted((a, b) => a.call.event.fromMs - b.call.event.fromMs)
    .map(({ call, number }) => {
      const free = ends.findIndex((end) => end <= call.event.fromMs)
      const row = Math.min(free === -1 ? ends.length : free, MOST_ROWS - 1)
      ends[row] = Math.max(ends[row] ?? -Infinity, call.event.toMs)
      return { call, number, row }
    })
}

function troublesOf(
  calls: readonly Call<TraceEvent>[],
  barOf: ReadonlyMap<TraceEvent, LaneBar>,
  shareAt: (ms: number) => number,
): TraceLanes['troubles'] {
  const all = calls.flatMap(({ event }) => {
    const bar = barOf.get(event)
    if (bar === undefined) return []
    return (event.lines ?? [])
      .filter(({ level }) => level === 'warn' || level === 'error')
      .map(({ level, elapsed }) => {
        const at = shareAt(event.fromMs + elapsed)
        return {
          level,
          y: bar.y - TROUBLE_REACH,
          height: BAR_HEIGHT + 2 * TROUBLE_REACH,
          ...timeBar(at, at, { narrowest: NARROWEST }),
        }
      })
  })
  return all.slice(0, MOST_TROUBLES)
}

function earliest(calls: readonly Call<TraceEvent>[]): number {
  return calls.reduce((first, { event }) => Math.min(first, event.fromMs), Infinity)
}

function middleOf({ y }: LaneBar): number {
  return y + BAR_HEIGHT / 2
}
