import type { ErrorDetail } from '../event.ts'
import type { Columns } from './columns.ts'

type Check = (value: unknown) => boolean

const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value)
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0
const isText: Check = (value) => typeof value === 'string'
const isAnything: Check = (value) => value !== undefined

const CHECKS: { readonly [name in keyof Columns]-?: Check } = {
  depth: listOf(isCount),
  deeper: sparseListOf(isCount),
  elapsed: listOf(isNumber),
  rows: sparseListOf(isCount),
  level: sparseListOf(isNumber),
  took: sparseListOf(isNumber),
  data: sparseListOf(isAnything),
  error: sparseListOf(isErrorDetail),
  source: sparseListOf(isText),
}

/** Whether a value from the table can be read as columns; names that a later version added are let pass. */
export function isColumns(value: unknown): value is Columns {
  if (!isRecord(value)) return false
  return Object.entries(CHECKS).every(
    ([name, check]) => value[name] === undefined || check(value[name]),
  )
}

function isErrorDetail(value: unknown): value is ErrorDetail {
  return (
    isRecord(value) &&
    isText(value['name']) &&
    isText(value['message']) &&
    (value['stack'] === undefined || isText(value['stack'])) &&
    (value['cause'] === undefined || isErrorDetail(value['cause'])) &&
    (value['errors'] === undefined || listOf(isErrorDetail)(value['errors']))
  )
}

function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check)
}

function sparseListOf(check: Check): Check {
  return listOf((entry) => Array.isArray(entry) && isNumber(entry[0]) && check(entry[1]))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
