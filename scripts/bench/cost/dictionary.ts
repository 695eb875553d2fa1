import { deflateRawSync } from 'node:zlib'
import type { LogEvent } from '../../../engine/event.ts'
import { layOut } from '../../../engine/item/lay-out.ts'
import { writeBody } from '../../../engine/item/write-body.ts'
import { cpuTimeNs } from '../cpu-stopwatch.ts'

const KB = 1024
const SIZES_KB = [8, 32] as const
const NS_PER_US = 1000
/** Before each line that is laid out. */
const LINE_START = new RegExp(`(?=[\n${String.fromCharCode(0x01)}-${String.fromCharCode(0x17)}])`)

export interface DictionaryCost {
  readonly dictionaryKb: number
  /** Of a body, with the times of its lines. */
  readonly bytes: number
  readonly us: number
}

/**
 * What bodies would take that are deflated with a dictionary of other events' lines. A prototype: the
 * engine has none, because a dictionary has to outlive whatever needs it to be read.
 *
 * @param learned the events that the dictionary is made of, none of those measured
 */
export function dictionaryCosts(
  learned: readonly LogEvent[],
  events: readonly LogEvent[],
): readonly DictionaryCost[] {
  const all = dictionaryOf(learned)
  return SIZES_KB.map((dictionaryKb) => {
    const dictionary = all.subarray(Math.max(0, all.byteLength - dictionaryKb * KB))
    const texts = events.map(({ lines, title }) => layOut(lines, title))
    const startedAt = cpuTimeNs()
    const bytes = texts.reduce(
      (sum, text) => sum + deflateRawSync(text, { dictionary }).byteLength,
      0,
    )
    const us = (cpuTimeNs() - startedAt) / NS_PER_US
    return {
      dictionaryKb,
      bytes: (bytes + timeBytes(events)) / events.length,
      us: us / events.length,
    }
  })
}

/**
 * Lines as they are, then those that would save the most, the best of them last: the end of a
 * dictionary is what is kept of it, and nearest to what is compressed.
 */
function dictionaryOf(events: readonly LogEvent[]): Buffer {
  const counts = new Map<string, number>()
  const all = events.map(({ lines, title }) => layOut(lines, title))
  for (const line of all.flatMap((text) => text.split(LINE_START))) {
    counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  const best = [...counts].filter(([, count]) => count > 1).toSorted(byWorth)
  return Buffer.from([...all, ...best.map(([line]) => line)].join(''))
}

type Counted = readonly [line: string, count: number]

function byWorth([line, count]: Counted, [other, otherCount]: Counted): number {
  return (count - 1) * line.length - (otherCount - 1) * other.length
}

/** What the times take, which stand outside what is compressed. */
function timeBytes(events: readonly LogEvent[]): number {
  return events.reduce((sum, { lines }) => {
    const silent = lines.map((line) => ({ ...line, elapsed: 0 }))
    const [timed, timeless] = [lines, silent].map((those) => writeBody(those, '', 'deflate-lines'))
    return sum + (timed?.byteLength ?? 0) - (timeless?.byteLength ?? 0)
  }, 0)
}
