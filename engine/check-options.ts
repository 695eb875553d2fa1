import { checkRedactOptions } from './data/check-redact-options.ts'
import { StacktaleError } from './errors/stacktale-error.ts'
import { isLevel, LEVELS } from './level.ts'

interface Rule {
  readonly expected: string
  readonly holds: (value: unknown) => boolean
}

const text: Rule = {
  expected: 'a text that is not empty',
  holds: (value) => typeof value === 'string' && value !== '',
}

const callable: Rule = { expected: 'a function', holds: (value) => typeof value === 'function' }

function above(least: number, what: string): Rule {
  return {
    expected: `${what} above ${least}`,
    holds: (value) => typeof value === 'number' && value > least,
  }
}

const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  [
    'table',
    {
      expected: 'a DynamoDB table name: 3 to 255 of a-z, A-Z, 0-9, _, - and .',
      holds: (value) => typeof value === 'string' && /^[\w.-]{3,255}$/.test(value),
    },
  ],
  ['service', text],
  ['host', text],
  [
    'retentionDays',
    {
      expected: 'a number of days above 0, or Infinity',
      holds: (value) => typeof value === 'number' && value > 0,
    },
  ],
  ['level', { expected: `one of ${LEVELS.join(', ')}`, holds: isLevel }],
  [
    'source',
    {
      expected: `one of ${LEVELS.join(', ')}, or false`,
      holds: (value) => value === false || isLevel(value),
    },
  ],
  ['depth', { expected: 'true or false', holds: (value) => typeof value === 'boolean' }],
  ['region', text],
  [
    'endpoint',
    {
      expected: 'an address such as http://localhost:8000',
      holds: (value) =>
        typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value),
    },
  ],
  ['worker', { expected: 'true or false', holds: (value) => typeof value === 'boolean' }],
  [
    'journal',
    {
      expected: 'a folder, or false',
      holds: (value) => value === false || text.holds(value),
    },
  ],
  ['journalBytes', above(0, 'a number of bytes')],
  ['journalDays', above(0, 'a number of days')],
  ['queueBytes', above(0, 'a number of bytes')],
  ['writeUnitsPerSecond', above(0, 'a number of write units')],
  ['counters', { expected: 'true or false', holds: (value) => typeof value === 'boolean' }],
  ['limitWarnings', { expected: 'true or false', holds: (value) => typeof value === 'boolean' }],
  [
    'exitTimeoutMs',
    {
      expected: 'a number of milliseconds from 0 on',
      holds: (value) => typeof value === 'number' && value >= 0 && value < Infinity,
    },
  ],
  ['client', { expected: 'a DynamoDBClient', holds: hasMethod('send') }],
  ['sink', { expected: 'a sink, with a write() method', holds: hasMethod('write') }],
  [
    'redact',
    {
      expected: 'false or an object',
      holds: (value) => value === false || (typeof value === 'object' && value !== null),
    },
  ],
  ['clock', callable],
  ['onFailure', callable],
])

/** @throws StacktaleError `option-invalid` */
export function checkOptions(options: object): void {
  for (const [name, value] of Object.entries(options)) {
    const rule = RULES.get(name)
    if (rule === undefined) {
      throw invalid(`There is no option "${name}"; there are ${[...RULES.keys()].join(', ')}.`)
    }
    if (value !== undefined && !rule.holds(value)) {
      throw invalid(`The option "${name}" must be ${rule.expected}; it is ${shown(value)}.`)
    }
    if (name === 'redact') checkRedactOptions(value)
  }
}

function hasMethod(name: string): Rule['holds'] {
  return (value) =>
    typeof value === 'object' && value !== null && typeof Reflect.get(value, name) === 'function'
}

function shown(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value)
}

function invalid(message: string): StacktaleError {
  return new StacktaleError('option-invalid', message)
}
