import type { Line } from '../event.ts'
import type { LineCodec } from './codec.ts'
import { compress } from './codec.ts'
import { tenths } from './columns.ts'
import { layOut } from './lay-out.ts'
import { packNumbers } from './packed-numbers.ts'

/**
 * A story as a body: when its lines were logged, then the lines as compressed text.
 *
 * @param title the event's, which its first line is left out for
 * @returns undefined where the layout cannot say it: times that run backwards, halves of surrogate pairs
 */
export function writeBody(
  lines: readonly Line[],
  title: string,
  codec: LineCodec,
): Uint8Array | undefined {
  const times = timesOf(lines)
  if (times === undefined || !lines.every(({ text }) => text.isWellFormed())) return undefined
  const packed = packNumbers([times.length, ...times])
  const compressed = compress(layOut(lines, title), codec)
  const body = new Uint8Array(packed.byteLength + compressed.byteLength)
  body.set(packed)
  body.set(compressed, packed.byteLength)
  return body
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
