import { StacktaleError } from './errors/stacktale-error.ts'
import type { NewLine } from './new-line.ts'
import { GenericLogger } from './generic-logger.ts'
import type { Identified } from './item/object-key.ts'
import { checkPrefix } from './item/object-key.ts'
import type { Level } from './level.ts'
import { isLevel, LEVELS } from './level.ts'

/** What an entry of a catalogue says: a text, or a text with more beside it. */
export type Message =
  | string
  | {
      readonly text: string
      /** Default: `info`. */
      readonly level?: Level
      /** Details, kept beside the text. */
      readonly data?: unknown
      /** What was caught: kept with its stack and its causes. */
      readonly error?: unknown
    }

/** The wording of a domain: an entry for each thing that can be said. */
export type Catalogue = Readonly<Record<string, (...details: never[]) => Message>>

/** A logger with a method for each entry of its catalogue. */
export type DefinedLogger<
  Entries extends Catalogue,
  Subject extends Identified = Identified,
> = GenericLogger<Subject> & {
  readonly [Name in keyof Entries]: (...details: Parameters<Entries[Name]>) => void
}

/**
 * Makes a domain logger of a catalogue of messages: the wording in one place, its arguments checked,
 * and business code that only says what happened.
 *
 * @param prefix the domain, such as `workout`: not empty, without `_`
 * @param catalogue a function for each message, that returns its text, or its text with a level, data or an error
 * @returns a function that makes the logger of an object
 * @throws StacktaleError `prefix-invalid`, or `option-invalid` for an entry that is no function or is
 * called like a method that every logger has
 * @example
 * ```ts
 * const workoutLogger = defineLogger('workout', {
 *   start: (minutes: number) => `Starting workout generation: ${minutes} minutes`,
 *   deadEnd: (component: Component) => ({ level: 'warn', text: `Nothing left for ${component.title}` }),
 * })
 * const log = workoutLogger(user)
 * log.deadEnd(legs)
 * ```
 */
export function defineLogger<const Entries extends Catalogue>(
  prefix: string,
  catalogue: Entries & { readonly [Name in keyof Entries & keyof GenericLogger]: never },
): <Subject extends Identified>(subject: Subject) => DefinedLogger<Entries, Subject> {
  checkPrefix(prefix)
  const Logger = class CatalogueLogger<Subject extends Identified> extends GenericLogger<Subject> {
    constructor(subject: Subject) {
      super(subject, prefix)
    }

    say(name: string, details: readonly unknown[], from: (...details: never[]) => void): void {
      this.addLine(lineOf(name, catalogue, details), from)
    }
  }
  for (const name of Object.keys(catalogue)) {
    checkEntry(name, catalogue)
    const method = function (this: InstanceType<typeof Logger>, ...details: unknown[]): void {
      this.say(name, details, method)
    }
    Object.defineProperty(Logger.prototype, name, { value: method })
  }
  return (subject) => Reflect.apply(Reflect.construct, undefined, [Logger, [subject]])
}

/** An entry that fails is told in its place, and the application goes on. */
function lineOf(name: string, catalogue: Catalogue, details: readonly unknown[]): NewLine {
  try {
    const entry: unknown = Reflect.get(catalogue, name)
    const message: unknown =
      typeof entry === 'function' ? Reflect.apply(entry, catalogue, details) : undefined
    if (typeof message !== 'object' || message === null) return { level: 'info', text: message }
    const { text, level, data, error } = {
      level: undefined,
      text: undefined,
      data: undefined,
      error: undefined,
      ...message,
    }
    return { level: isLevel(level) ? level : 'info', text, data, thrown: error }
  } catch (error) {
    return { level: 'warn', text: `The message "${name}" could not be made`, thrown: error }
  }
}

function checkEntry(name: string, catalogue: Catalogue): void {
  if (name in GenericLogger.prototype || name === 'say') {
    throw new StacktaleError(
      'option-invalid',
      `The entry "${name}" of a catalogue is called like a method that every logger has. Choose another name.`,
    )
  }
  if (typeof catalogue[name] !== 'function') {
    throw new StacktaleError(
      'option-invalid',
      `The entry "${name}" of a catalogue must be a function that returns a text, or { text, level, data }, with level one of ${LEVELS.join(', ')}.`,
    )
  }
}
