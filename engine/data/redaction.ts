import { cutText } from './cut-text.ts'
import { hideAssigned } from './hide-assigned.ts'
import type { RedactOptions } from './redact-options.ts'
import { SecretNames } from './secret-names.ts'
import { SecretPaths } from './secret-paths.ts'
import { ASSIGNED, secretSigns } from './secret-signs.ts'
import { hideSecretValues } from './secret-values.ts'

/** Stands for a secret. */
export const REDACTED = '[redacted]'

/** Stands for what might be a secret, because looking for one failed. */
export const UNCHECKED = '[redacted: could not be checked]'

const LONGEST_REPLACEMENT = 1024
const SMALLEST_CARD_NUMBER = 1e12

/** Where a text stands: in words, or the names and indexes that lead to it. */
export type Place = string | readonly string[]

/** What is hidden, and what stands in its place. Whatever fails here hides; it never throws. */
export class Redaction {
  /** Whether the place of a value matters, so that it has to be kept track of. */
  readonly needsPlace: boolean
  /** Whether the text of a value that is hidden whole is asked for. */
  readonly needsValue: boolean
  readonly #isOff: boolean
  readonly #defaults: boolean
  readonly #names: SecretNames
  readonly #paths: SecretPaths
  readonly #patterns: readonly RegExp[]
  readonly #replace: RedactOptions['replace']

  constructor(options: RedactOptions | false = {}) {
    const chosen: RedactOptions = options === false ? { defaults: false } : options
    const { defaults = true, paths = [], names = [], patterns = [], keep = [], replace } = chosen
    this.#isOff = !defaults && paths.length + names.length + patterns.length === 0
    this.#defaults = defaults
    this.#names = new SecretNames(names, { keep, defaults })
    this.#paths = new SecretPaths(paths)
    this.#patterns = patterns.map(everywhere)
    this.#replace = replace
    this.needsPlace = paths.length > 0 || replace !== undefined
    this.needsValue = replace !== undefined
  }

  /** Whether the value of a member of that name is hidden whole. */
  hidesMember(name: string, trail: readonly string[]): boolean {
    if (this.#isOff) return false
    try {
      return this.#names.hides(name) || (this.needsPlace && this.#paths.hides(trail))
    } catch {
      return true
    }
  }

  /** The text without the secrets that show by how they are written. */
  text(text: string, place: Place): string {
    if (this.#isOff) return text
    const signs = secretSigns(text)
    if (signs === 0 && this.#patterns.length === 0) return text
    try {
      return this.#withoutSecrets(text, signs, place)
    } catch {
      return UNCHECKED
    }
  }

  /** Whether the digits of a number could be a secret. */
  checksNumber(value: number): boolean {
    if (this.#isOff) return false
    return this.#patterns.length > 0 || value >= SMALLEST_CARD_NUMBER
  }

  /** What stands for a value that is hidden whole. */
  replacement(secret: string, place: Place): string {
    if (this.#replace === undefined) return REDACTED
    try {
      const replacement: unknown = this.#replace(secret, spell(place))
      return typeof replacement === 'string' ? cutText(replacement, LONGEST_REPLACEMENT) : UNCHECKED
    } catch {
      return UNCHECKED
    }
  }

  #withoutSecrets(text: string, signs: number, place: Place): string {
    const replace = (secret: string): string => this.replacement(secret, place)
    const isSecret = (name: string): boolean => this.#names.hides(name)
    let shown = (signs & ASSIGNED) === 0 ? text : hideAssigned(text, { isSecret, replace })
    for (const pattern of this.#patterns) {
      shown = shown.replace(pattern, (match) => (match === '' ? '' : replace(match)))
    }
    return this.#defaults ? hideSecretValues(shown, signs, replace) : shown
  }
}

function everywhere({ source, flags }: RegExp): RegExp {
  return new RegExp(source, `${flags.replaceAll(/[gy]/g, '')}g`)
}

function spell(place: Place): string {
  return typeof place === 'string' ? place : place.join('.')
}
