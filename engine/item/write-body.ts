import type { Line } from '../event.ts'
import type { LineCodec } from './codec.ts'
import { compress } from './codec.ts'
import { tenths } from './columns.ts'
import { longestChanges } from './control.ts'
import { layOut } from './lay-out.ts'
import { packNumbers } from './packed-numbers.ts'

/** What the changes of depth may take before they are compressed, in bytes. */
const MOST_DEPTH_CHANGES = 32 * 1024 * 1024

/**
 * A story as a body: when its lines were logged, then the lines as compressed text.
 *
 * @param title the event's, which its first line is left out for
 * @returns undefined where the layout cannot say it: times that run backwards, halves of surrogate pairs,
 * lines that go up and down by thousands of calls
 */
export function writeBody(
  lines: readonly Line[],
  title: string,
  codec: LineCodec,
): Uint8Array | undefined {
  if (depthChangesOf(lines) > MOST_DEPTH_CHANGES) return undefined
  const times = timesOf(lines)
  if (times === undefined || !lines.every(({ text }) => text.isWellFormed())) return undefined
  const packed = packNumbers([times.length, ...times])
  const compressed = compress(layOut(lines, title), codec)
  const body = new Uint8Array(packed.byteLength + compressed.byteLength)
  body.set(packed)
  body.set(compressed, packed.byteLength)
  return body
}

function depthChangesOf(lines: readonly Line[]): number {
  let sum = 0
  let before = 0
  for (const { depth } of lines) {
    sum += longestChanges(depth - before)
    before = depth
  }
  return sum
}

/** Tenths of a millisecond from line to line, without the zeros at the end. */
function timesOf(lines: readonly Line[]): readonly number[] | undefined {
  const times: number[] = []
  let before = 0
  let last = 0
  for (const { elapsed } of lines) {
    const at = tenths(elapsed)
    if (!Number.isSafeInteger(at) || at < before) return undefined
    times.push(at - before)
    if (at > before) last = times.length
    before = at
  }
  return times.slice(0, last)
}
