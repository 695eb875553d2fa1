import type { Line } from '../event.ts'
import { LEVELS } from '../level.ts'
import { compress } from './codec.ts'
import { tenths, USUAL_LEVEL } from './columns.ts'
import { AS_TITLE, CONTROL, depthControls, ESCAPE, FIELDS, RAISE } from './control.ts'
import { packNumbers } from './packed-numbers.ts'

/**
 * A story as the body of codec `br`: when its lines were logged, then the lines as compressed text.
 *
 * @param title the event's, which its first line is left out for
 * @returns undefined where the layout cannot say it: times that run backwards, halves of surrogate pairs
 */
export function writeBody(lines: readonly Line[], title: string): Uint8Array | undefined {
  const times = timesOf(lines)
  if (times === undefined || !lines.every(({ text }) => text.isWellFormed())) return undefined
  const packed = packNumbers([times.length, ...times])
  const compressed = compress(layOut(lines, title), 'br')
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

function layOut(lines: readonly Line[], title: string): string {
  let all = ''
  let depth = 0
  for (const [index, line] of lines.entries()) {
    const isTitle = index === 0 && line.text === title
    all += `${depthControls(line.depth - depth)}${isTitle ? AS_TITLE : escaped(line.text)}${fieldsOf(line)}`
    depth = line.depth
  }
  return all
}

function escaped(text: string): string {
  if (text.search(CONTROL) < 0) return text
  return text.replace(
    CONTROL,
    (control) => ESCAPE + String.fromCharCode(control.charCodeAt(0) + RAISE),
  )
}

function fieldsOf({ level, took, data, error, source }: Line): string {
  let fields = ''
  if (level !== USUAL_LEVEL) fields += FIELDS.level + String(LEVELS.indexOf(level))
  if (took !== undefined) fields += FIELDS.took + String(tenths(took))
  if (data !== undefined) fields += FIELDS.data + JSON.stringify(data)
  if (error !== undefined) fields += FIELDS.error + JSON.stringify(error)
  if (source !== undefined) fields += FIELDS.source + JSON.stringify(source)
  return fields
}
