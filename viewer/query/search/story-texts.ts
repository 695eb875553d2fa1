import type { ErrorDetail, Line } from '../../../engine/event.ts'

/** All that a search of whole stories looks into, of one line: its text first, its errors, its data. */
export function lineTexts({ text, error, data }: Line): readonly string[] {
  return [
    text,
    ...(error === undefined ? [] : errorTexts(error)),
    ...(data === undefined ? [] : [JSON.stringify(data)]),
  ]
}

function errorTexts({
  name,
  message,
  code,
  data,
  cause,
  errors = [],
}: ErrorDetail): readonly string[] {
  const inner = cause === undefined ? errors : [cause, ...errors]
  return [
    `${name}: ${message}${code === undefined ? '' : ` (${code})`}`,
    ...(data === undefined ? [] : [JSON.stringify(data)]),
    ...inner.flatMap(errorTexts),
  ]
}
