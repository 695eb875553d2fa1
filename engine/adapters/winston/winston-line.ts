import { stripVTControlCharacters } from 'node:util'
import type { NewLine } from '../../new-line.ts'
import { winstonError } from './winston-error.ts'
import { winstonLevel } from './winston-level.ts'

/** They have places of their own in an event. */
const OWN_PLACES = ['level', 'message', 'timestamp']
/** What is told of an error in its own place. */
const OF_ERROR = ['stack', 'cause']

/** A line of winston's, once its formats have gone over it. */
export function winstonLine(info: object): NewLine {
  const level = winstonLevel(info)
  const found = winstonError(info)
  const left = new Map(Object.entries(info))
  for (const name of OWN_PLACES) left.delete(name)
  if (found?.isWhole === true) for (const name of OF_ERROR) left.delete(name)
  const thrown = found?.error
  if (thrown !== undefined) dropFieldsOf(thrown, left)
  const data = left.size === 0 ? undefined : Object.fromEntries(left)
  const message: unknown = Reflect.get(info, 'message')
  if (message === undefined && thrown === undefined) return { level, text: data ?? '', thrown }
  const isOwnMessage = message === thrown || (thrown !== undefined && message === thrown.message)
  return { level, text: isOwnMessage ? undefined : plain(message, thrown), data, thrown }
}

/** winston copies an error's own fields beside the message, or the error itself. */
function dropFieldsOf(error: Error, left: Map<string, unknown>): void {
  const fields = new Map<string, unknown>(Object.entries(error))
  for (const [name, value] of left) {
    if (value === error || (fields.has(name) && fields.get(name) === value)) left.delete(name)
  }
}

/** Without what a format has coloured, and without the stack, which the error has. */
function plain(message: unknown, thrown: Error | undefined): unknown {
  if (typeof message !== 'string') return message
  const text = stripVTControlCharacters(message)
  return thrown?.stack === undefined ? text : text.replace(`\n${thrown.stack}`, '')
}
