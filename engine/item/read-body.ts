import { DEEPEST_DEPTH } from '../deepest-depth.ts'
import type { Line } from '../event.ts'
import { isColumns } from './check-columns.ts'
import type { LineCodec } from './codec.ts'
import { decompress } from './codec.ts'
import { linesOf } from './columns.ts'
import { AS_TITLE, CONTROL, depthChangeOf, ESCAPE, FIELD_NAMES, RAISE } from './control.ts'
import { damaged } from './damaged.ts'
import { PackedNumbers } from './packed-numbers.ts'
import { parseJson } from './parse-json.ts'

/** A line as far as it is read. */
interface Started {
  depth: number
  text: string
}

/**
 * The lines of a body that holds them laid out.
 *
 * @throws StacktaleError `body-damaged`
 */
export function readBody(body: Uint8Array, title: string, codec: LineCodec): Line[] {
  const numbers = new PackedNumbers(body)
  const elapsed = timesOf(numbers)
  const lines: Started[] = []
  const columns = new Map<string, [line: number, value: unknown][]>()
  let line: Started | undefined
  let depth = 0
  for (const { control, content } of piecesOf(decompress(numbers.rest(), codec))) {
    const change = depthChangeOf(control)
    const field = FIELD_NAMES.get(control)
    if (change !== undefined) {
      depth += change.by
      if (depth < 0) throw damaged('its lines are at no depth')
      if (depth > DEEPEST_DEPTH) throw damaged('its lines are deeper than calls go')
      line = undefined
      if (!change.goesOn) lines.push((line = { depth, text: content }))
    } else if (line === undefined) {
      throw damaged('its lines are not laid out as a story’s are')
    } else if (field !== undefined) {
      const column = columns.get(field) ?? []
      column.push([lines.length - 1, parseJson(content)])
      columns.set(field, column)
    } else if (control === AS_TITLE) {
      line.text = title
    } else if (control === ESCAPE && content !== '') {
      line.text += String.fromCharCode(content.charCodeAt(0) - RAISE) + content.slice(1)
    } else {
      throw damaged('it has a control character that says nothing')
    }
  }
  const read: unknown = { elapsed, ...Object.fromEntries(columns) }
  if (!isColumns(read)) throw damaged('what its lines have beside their text is not a story’s')
  return linesOf(lines, read)
}

/** What stands between the control characters, each with the one before it. */
function* piecesOf(all: string): Iterable<{ readonly control: string; readonly content: string }> {
  let control = ''
  let from = 0
  for (const { index } of all.matchAll(CONTROL)) {
    if (index > 0) yield { control, content: all.slice(from, index) }
    control = all.charAt(index)
    from = index + 1
  }
  yield { control, content: all.slice(from) }
}

function timesOf(numbers: PackedNumbers): readonly number[] {
  const count = numbers.next() ?? 0
  const times: number[] = []
  while (times.length < count) {
    const time = numbers.next()
    if (time === undefined) throw damaged('it ends within the times of its lines')
    times.push(time)
  }
  return times
}
