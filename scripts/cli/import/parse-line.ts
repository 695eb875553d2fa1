import { DEEPEST_DEPTH } from '../../../engine/deepest-depth.ts'
import type { Line } from '../../../engine/event.ts'
import { isColumns } from '../../../engine/item/check-columns.ts'
import { isLevel } from '../../../engine/level.ts'
import type { Fields } from './fields.ts'
import { fieldsOf } from './fields.ts'
import { LineError } from './line-error.ts'

/** @throws LineError for what is not a line of a story */
export function parseLine(value: unknown, number: number): Line {
  try {
    const fields = fieldsOf(value, 'a line')
    const line: Line = {
      text: fields.text('text'),
      depth: fields.checked('depth', isDepth, `a whole number from 0 to ${DEEPEST_DEPTH}`),
      elapsed: fields.number('elapsed'),
      level: fields.checked('level', isLevel, 'debug, info, warn or error'),
      ...fields.optionalNumbers(['took']),
      ...dataOf(fields),
      ...errorOf(fields),
      ...fields.optionalTexts(['source']),
    }
    fields.refuseOthers()
    return line
  } catch (error) {
    if (!(error instanceof LineError)) throw error
    throw new LineError(`Line ${number} of its story: ${error.message}`, { cause: error })
  }
}

function isDepth(value: unknown): value is number {
  return (
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= DEEPEST_DEPTH
  )
}

function dataOf(fields: Fields): Pick<Line, 'data'> {
  if (!fields.has('data')) return {}
  return { data: fields.checked('data', isJson, 'JSON') }
}

function errorOf(fields: Fields): Pick<Line, 'error'> {
  if (!fields.has('error')) return {}
  return { error: fields.checked('error', isError, 'an error with a name and a message') }
}

/** What has been read from JSON is JSON. */
function isJson(value: unknown): value is NonNullable<Line['data']> {
  return value !== undefined
}

/** By the same rules as an error that is read from the table. */
function isError(value: unknown): value is NonNullable<Line['error']> {
  return isColumns({ error: [[0, value]] })
}
