import { isLevel, LEVELS } from '../../../engine/level.ts'
import { splitObjectKey } from '../../../engine/item/object-key.ts'
import { durationMs } from './duration-value.ts'
import type { AmountField, Comparison, Condition, Field, NameField } from './term.ts'

/** Gives the condition, or what was expected. */
type Parse = (value: string) => Condition | string

const PARSERS: Readonly<Record<Field, Parse>> = {
  level: parseLevel,
  prefix: (value) =>
    value === '' || value.includes('_')
      ? 'a prefix is expected, such as workout, which has no underscore'
      : named('prefix', value),
  service: (value) =>
    value === '' ? 'the name of a service is expected' : named('service', value),
  object: (value) =>
    splitObjectKey(value) === undefined
      ? "an object's whole key is expected, such as workout_42"
      : named('object', value),
  trace: (value) =>
    /^[\da-f]{4,32}$/i.test(value)
      ? named('trace', value.toLowerCase())
      : 'the id of a trace is expected, or its first 4 or more of 32 digits from 0 to f',
  duration: (value) =>
    parseAmount('duration', value, durationMs) ??
    'a length of time is expected, such as >2s, <500ms or >=1.5min',
  lines: (value) =>
    parseAmount('lines', value, (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined)) ??
    'a number is expected, such as >100',
}

export const FIELDS: readonly string[] = Object.keys(PARSERS)

/**
 * Understands the condition of a field.
 *
 * @returns what was expected, where it is not understood
 */
export function parseCondition(field: string, value: string): Condition | string {
  return isField(field)
    ? PARSERS[field](value)
    : `there is no field ${field}, but ${FIELDS.join(', ')}`
}

function isField(text: string): text is Field {
  return Object.hasOwn(PARSERS, text)
}

function parseLevel(value: string): Condition | string {
  const isExact = value.startsWith('=')
  const word = value.slice(isExact ? 1 : 0).toLowerCase()
  const level = { warning: 'warn', warnings: 'warn', errors: 'error' }[word] ?? word
  if (isLevel(level)) return { kind: 'level', level, isExact }
  return `one of ${LEVELS.join(', ')} is expected`
}

function named(kind: NameField, name: string): Condition {
  return { kind, name }
}

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '>': '>',
  '>=': '>=',
  '<': '<',
  '<=': '<=',
  '': '>=',
}

/** Without a sign, it means at least so much. */
function parseAmount(
  kind: AmountField,
  value: string,
  read: (text: string) => number | undefined,
): Condition | undefined {
  const [, sign = '', text = ''] = /^([<>]?=?)(.*)$/s.exec(value) ?? []
  const comparison = COMPARISONS[sign]
  const amount = read(text)
  return comparison === undefined || amount === undefined ? undefined : { kind, comparison, amount }
}
