import type { Caller } from '../../depth/call-sites.ts'
import type { Level } from '../../level.ts'
import type { ConsoleText } from './console-text.ts'
import { consoleText } from './console-text.ts'
import { tableText } from './table-text.ts'
import { inspect } from 'node:util'

/** What a method of the console says. */
export interface ConsoleMethod {
  readonly level: Level
  /** Undefined where it says nothing, as an assertion that holds. */
  readonly say: (details: readonly unknown[], from: Caller) => ConsoleText | undefined
  /** Whether what follows lies one deeper, or one less deep. */
  readonly nests?: 1 | -1
}

/** Those that print; Node's others, such as `console.count`, print by these. */
export const CONSOLE_METHODS: ReadonlyMap<string, ConsoleMethod> = new Map<string, ConsoleMethod>([
  ['log', { level: 'info', say: consoleText }],
  ['info', { level: 'info', say: consoleText }],
  ['warn', { level: 'warn', say: consoleText }],
  ['error', { level: 'error', say: consoleText }],
  ['debug', { level: 'debug', say: consoleText }],
  ['dirxml', { level: 'info', say: consoleText }],
  ['trace', { level: 'debug', say: traceText }],
  ['assert', { level: 'error', say: assertionText }],
  ['table', { level: 'info', say: tableText }],
  ['dir', { level: 'info', say: objectText }],
  ['group', { level: 'info', say: headingText, nests: 1 }],
  ['groupCollapsed', { level: 'info', say: headingText, nests: 1 }],
  ['groupEnd', { level: 'info', say: () => undefined, nests: -1 }],
])

function traceText(details: readonly unknown[], from: Caller): ConsoleText {
  const thrown = new Error(details.length === 0 ? '' : consoleText(details).text)
  Object.defineProperty(thrown, 'name', { value: 'Trace' })
  Error.captureStackTrace(thrown, from)
  return { thrown }
}

function assertionText([holds, ...details]: readonly unknown[]): ConsoleText | undefined {
  if (holds) return undefined
  const [first, ...others] = details
  return typeof first === 'string'
    ? consoleText([`Assertion failed: ${first}`, ...others])
    : consoleText(['Assertion failed', ...details])
}

function objectText([value, options]: readonly unknown[]): ConsoleText {
  return { text: inspect(value, { customInspect: false, ...Object(options), colors: false }) }
}

function headingText(details: readonly unknown[]): ConsoleText | undefined {
  return details.length === 0 ? undefined : consoleText(details)
}
