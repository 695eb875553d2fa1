import { errorHeading } from '../../error-detail.ts'
import type { ErrorDetail } from '../../event.ts'
import { dataSpan } from './data-span.ts'
import type { Look } from './look.ts'
import type { Row } from './row.ts'
import { rowsOf, span } from './row.ts'

const FOREIGN = /[/\\]node_modules[/\\]|\bnode:|<anonymous>\)?$|\bnative\b/

/**
 * An error below its line: heading, calls, and the errors that led to it.
 *
 * @param said the line's own text: a heading that only repeats it is left out
 */
export function errorRows(error: ErrorDetail, said: string, look: Look): readonly Row[] {
  const details = detailsOf(error, look)
  const isSaid = errorHeading(error) === said
  const own = isSaid ? [details].filter((row) => row.length > 0) : headingRows('', error, look)
  return [...own, ...restRows(error, [], look)]
}

function headingRows(relation: string, error: ErrorDetail, look: Look): readonly Row[] {
  const [first = [], ...others] = rowsOf(errorHeading(error), 'error')
  const rows = [[span(relation, 'dim'), ...first], ...others]
  const [last = []] = rows.splice(-1)
  return [...rows, [...last, ...detailsOf(error, look)]]
}

function detailsOf({ code, data }: ErrorDetail, { glyphs }: Look): Row {
  return [
    ...(code === undefined ? [] : [span(`  code ${code}`, 'dim')]),
    ...(data === undefined ? [] : [dataSpan(data, glyphs)]),
  ]
}

function restRows(error: ErrorDetail, known: readonly string[], look: Look): readonly Row[] {
  const { cause, errors = [] } = error
  const frames = framesOf(error)
  const gathered = errors.flatMap((inner, index) => [
    ...headingRows(`${index + 1} of ${errors.length} `, inner, look),
    ...restRows(inner, frames, look),
  ])
  return [
    ...frameRows(frames, known, look),
    ...gathered.map((row) => [span('  '), ...row]),
    ...(cause === undefined
      ? []
      : [...headingRows('caused by ', cause, look), ...restRows(cause, frames, look)]),
  ]
}

function frameRows(
  frames: readonly string[],
  known: readonly string[],
  { folder }: Look,
): readonly Row[] {
  const fresh = freshOf(frames, known)
  const rows = frames.slice(0, fresh).map((frame) => {
    const near = frame.replaceAll(folder.href, '').replaceAll(folder.path, '')
    return [span(`  ${near}`, FOREIGN.test(frame) ? 'dim' : 'plain')]
  })
  const more = frames.length - fresh
  return more === 0 ? rows : [...rows, [span(`  and ${more} calls as above`, 'dim')]]
}

function framesOf({ stack = '' }: ErrorDetail): readonly string[] {
  return stack
    .split('\n')
    .map((frame) => frame.trim())
    .filter((frame) => frame !== '')
}

/** How many of an error's calls come before those that the error above it had too. */
function freshOf(frames: readonly string[], known: readonly string[]): number {
  const fresh = frames.findIndex((frame, index) => {
    const at = known.indexOf(frame)
    return at !== -1 && frames.slice(index).every((other, on) => other === known[at + on])
  })
  return fresh === -1 || fresh === frames.length - 1 ? frames.length : fresh
}
