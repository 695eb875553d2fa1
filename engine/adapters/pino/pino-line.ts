import { hostname } from 'node:os'
import type { NewLine } from '../../new-line.ts'
import { isObject } from './is-object.ts'
import type { PinoConfig } from './pino-config.ts'
import { pinoError } from './pino-error.ts'
import { pinoLevel } from './pino-level.ts'

/** What every pino line has, and an event says in its own way. */
const OF_EVERY_LINE = ['level', 'time']
/** Those of pino's own: others of the same name are the application's. */
const OF_PROCESS = { pid: process.pid, hostname: hostname() }
/** What pino wrote as `v` before version 6. */
const FORMAT_VERSION = 1

/**
 * Reads a line that pino wrote. One that is no JSON, as after a hook, is told as it is.
 *
 * @param known the number of the level that pino told beside the line, if any
 */
export function pinoLine(text: string, config: PinoConfig, known?: unknown): NewLine {
  const fields = parsed(text)
  if (fields === undefined) return { level: pinoLevel(undefined, known, config), text: text.trim() }
  const { messageKey, errorKey } = config
  const level = pinoLevel(fields['level'], known, config)
  const thrown = pinoError(fields[errorKey])
  const left = new Map(Object.entries(fields))
  for (const name of [...OF_EVERY_LINE, messageKey]) left.delete(name)
  for (const [name, value] of Object.entries(OF_PROCESS)) {
    if (left.get(name) === value) left.delete(name)
  }
  if (thrown !== undefined) left.delete(errorKey)
  if (left.get('v') === FORMAT_VERSION) left.delete('v')
  const data = left.size === 0 ? undefined : Object.fromEntries(left)
  const message = fields[messageKey]
  if (message === undefined && thrown === undefined) return { level, text: data ?? '' }
  const isOwnMessage = message === undefined || message === thrown?.message
  return { level, text: isOwnMessage ? undefined : message, data, thrown }
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
