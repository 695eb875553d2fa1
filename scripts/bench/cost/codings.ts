import type { LogEvent } from '../../../engine/event.ts'
import { compress } from '../../../engine/item/codec.ts'
import { encodeEvent } from '../../../engine/item/encode-event.ts'
import { plainStory, storyJson, writtenStory } from '../../../engine/item/story.ts'
import { writeBody } from '../../../engine/item/write-body.ts'
import { cpuTimeNs } from '../cpu-stopwatch.ts'

const ROUNDS = 2
const NS_PER_US = 1000

/** The codings of a story; each makes its bytes of an event's lines, everything included. */
const CODINGS: Readonly<Record<string, (event: LogEvent) => number>> = {
  'text and JSON': (event) => {
    const { message, detail = '' } = plainStory(writtenStory(event))
    return Buffer.byteLength(message) + Buffer.byteLength(detail)
  },
  'deflate-raw': (event) => compress(storyJson(writtenStory(event)), 'deflate-raw').byteLength,
  'deflate-lines': ({ lines, title }) => writeBody(lines, title, 'deflate-lines')?.byteLength ?? 0,
  br: ({ lines, title }) => writeBody(lines, title, 'br')?.byteLength ?? 0,
  'the whole item, as it is stored': (event) => encodeEvent(event).bytes,
}

export interface CodingCost {
  readonly coding: string
  readonly bytes: number
  /** Of the processor's time, an event; the best of several rounds. */
  readonly us: number
}

/** What each coding makes of events, and what it takes of the processor. */
export function codingCosts(events: readonly LogEvent[]): readonly CodingCost[] {
  return Object.entries(CODINGS).map(([coding, sizeOf]) => {
    let bytes = 0
    let best = Infinity
    for (let round = 0; round < ROUNDS; round += 1) {
      const startedAt = cpuTimeNs()
      bytes = events.reduce((sum, event) => sum + sizeOf(event), 0)
      best = Math.min(best, cpuTimeNs() - startedAt)
    }
    return { coding, bytes: bytes / events.length, us: best / events.length / NS_PER_US }
  })
}
