import type { Line } from '../event.ts'
import { LEVELS } from '../level.ts'
import { tenths, USUAL_LEVEL } from './columns.ts'
import { AS_TITLE, CONTROL, depthControls, ESCAPE, FIELDS, RAISE } from './control.ts'

/**
 * The lines of a story as the text that a body holds compressed: what a line has stands
 * beside its text, so that it repeats where the text does.
 *
 * @param title the event's, which its first line is left out for
 */
export function layOut(lines: readonly Line[], title: string): string {
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
