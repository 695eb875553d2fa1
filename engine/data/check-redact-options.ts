import { StacktaleError } from '../errors/stacktale-error.ts'

type Check = readonly [expected: string, holds: (value: unknown) => boolean]

const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['paths', ['a list of paths such as user.password, items.*.token or **.iban', listOf(isPath)]],
  [
    'names',
    ['a list of texts and regular expressions', listOf((name) => isText(name) || isPattern(name))],
  ],
  ['patterns', ['a list of regular expressions', listOf(isPattern)]],
  ['keep', ['a list of texts that are not empty', listOf(isText)]],
  ['defaults', ['true or false', (value) => typeof value === 'boolean']],
  ['replace', ['a function', (value) => typeof value === 'function']],
])

/** @throws StacktaleError `option-invalid` */
export function checkRedactOptions(options: unknown): void {
  for (const [name, value] of Object.entries(options ?? {})) {
    const check = CHECKS.get(name)
    if (check === undefined) {
      throw invalid(
        `There is no option "redact.${name}"; there are ${[...CHECKS.keys()].join(', ')}.`,
      )
    }
    const [expected, holds] = check
    if (value !== undefined && !holds(value)) {
      throw invalid(`The option "redact.${name}" must be ${expected}.`)
    }
  }
}

function listOf(holds: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.every(holds)
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

function isPath(value: unknown): boolean {
  return typeof value === 'string' && value.split('.').every((step) => step !== '')
}

function isPattern(value: unknown): boolean {
  return value instanceof RegExp
}

function invalid(message: string): StacktaleError {
  return new StacktaleError('option-invalid', message)
}
