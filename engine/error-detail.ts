import { types } from 'node:util'
import { redaction } from './configuration.ts'
import type { Copy } from './data/copy.ts'
import { copyInTurn } from './data/copy-in-turn.ts'
import type { Redaction } from './data/redaction.ts'
import { spell } from './data/spell.ts'
import type { ErrorDetail, JsonValue } from './event.ts'

/** How far a chain of causes is followed, and how many errors of an AggregateError are kept. */
const LONGEST_CHAIN = 10
const MOST_ERRORS = 20
/** In all, with the causes of each: twenty errors of twenty each would be without end. */
const MOST_DETAILS = 100

const LONGEST_NAME = 256

/** They have places of their own in a detail. */
const OWN_FIELDS = new Set(['name', 'message', 'stack', 'cause', 'errors'])

const UNREADABLE: ErrorDetail = {
  name: 'Unreadable',
  message: 'this error threw when it was read',
}

/** Any thrown value, an Error or not, with its chain of causes, without its secrets. It never throws. */
export function errorDetail(thrown: unknown, hidden: Redaction = redaction()): ErrorDetail {
  return copyInTurn(hidden, UNREADABLE, (copy) => new Description(copy).of(thrown))
}

/** The heading of an error: `name: message`. */
export function errorHeading({ name, message }: ErrorDetail): string {
  return message === '' ? name : `${name}: ${message}`
}

/** The details of one thrown value and of all that it leads to. */
class Description {
  readonly #copy: Copy
  readonly #above: unknown[] = []
  #left = MOST_DETAILS

  constructor(copy: Copy) {
    this.#copy = copy
  }

  of(thrown: unknown): ErrorDetail {
    if (this.#above.includes(thrown)) {
      return { name: 'Circular', message: 'this error is its own cause' }
    }
    if (this.#above.length === LONGEST_CHAIN || this.#left === 0) {
      return { name: 'Cut', message: 'the chain of causes goes on' }
    }
    this.#left -= 1
    const depth = this.#above.push(thrown)
    try {
      return isError(thrown) ? this.#ofError(thrown) : this.#ofValue(thrown)
    } catch {
      return UNREADABLE
    } finally {
      this.#above.length = depth - 1
    }
  }

  /** What says most is read first, as long as there is room. */
  #ofError(error: Error): ErrorDetail {
    const name = this.#text(error, 'name', LONGEST_NAME)
    const message = this.#text(error, 'message')
    const stack = this.#stack(error)
    const code = this.#code(error)
    const cause = this.#read(error, 'cause')
    const causeDetail = cause === undefined ? undefined : this.of(cause)
    const errors = this.#gathered(this.#read(error, 'errors'))
    const data = this.#data(error, code === undefined)
    return {
      name,
      message,
      ...(stack !== undefined && { stack }),
      ...(code !== undefined && { code }),
      ...(data !== undefined && { data }),
      ...(causeDetail !== undefined && { cause: causeDetail }),
      ...(errors !== undefined && { errors }),
    }
  }

  #ofValue(thrown: unknown): ErrorDetail {
    return {
      name: thrown === null ? 'null' : typeof thrown,
      message: spell(this.#copy.value(thrown)),
    }
  }

  #read(error: Error, field: string): unknown {
    try {
      return Reflect.get(error, field)
    } catch (reason) {
      return this.#copy.threw(reason)
    }
  }

  #text(error: Error, field: string, longest?: number): string {
    const text = this.#read(error, field)
    return typeof text === 'string'
      ? this.#copy.text(text, `error.${field}`, longest)
      : spell(this.#copy.value(text))
  }

  /** The frames alone: the heading is kept apart, and may itself have several lines. */
  #stack(error: Error): string | undefined {
    const stack = this.#read(error, 'stack')
    if (typeof stack !== 'string') return undefined
    const first = stack.search(/^ {4}at /m)
    if (first === -1) return undefined
    return this.#copy.text(stack.slice(first).replace(/^ {4}/gm, ''), 'error.stack')
  }

  #code(error: Error): string | number | undefined {
    const code = this.#read(error, 'code')
    if (typeof code === 'number' && Number.isFinite(code)) return code
    return typeof code === 'string' ? this.#copy.text(code, 'error.code', LONGEST_NAME) : undefined
  }

  /** Fields of the error's own. */
  #data(error: Error, withCode: boolean): JsonValue | undefined {
    try {
      const names = Object.keys(error).filter(
        (name) => !OWN_FIELDS.has(name) && (withCode || name !== 'code'),
      )
      const fields = this.#copy.fields(error, names)
      return Object.keys(fields).length === 0 ? undefined : fields
    } catch (reason) {
      return this.#copy.threw(reason)
    }
  }

  #gathered(errors: unknown): readonly ErrorDetail[] | undefined {
    if (!Array.isArray(errors) || errors.length === 0) return undefined
    const kept = errors.slice(0, MOST_ERRORS).map((error: unknown) => this.of(error))
    const cut = errors.length - kept.length
    return cut === 0 ? kept : [...kept, { name: 'Cut', message: `${cut} more errors` }]
  }
}

function isError(thrown: unknown): thrown is Error {
  return types.isNativeError(thrown) || thrown instanceof Error
}
