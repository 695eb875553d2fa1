import { parseArgs } from 'node:util'
import { OptionError } from './option-error.ts'

export interface StartOptions {
  /** The port that the viewer is wanted on. */
  readonly port: number
  /** The folder that keeps everything from one start to the next. */
  readonly dataFolder: string
  /** How many events of the days before the first start writes. */
  readonly backlogEvents: number
  /** Milliseconds between two new events; 0 for no new ones. */
  readonly everyMs: number
}

export const USAGE = `Usage: npm start -- [options]

  --data <folder>   where everything is kept from one start to the next (default: .stacktale)
  --events <count>  how many events of the last 7 days the first start writes (default: 400)
  --every <ms>      milliseconds between two new events after that (default: 3000; 0: none)
  --help            this text

The environment variable PORT chooses the viewer's port (default: 8080).`

/**
 * Reads what the command line and the environment say. Undefined when the usage is asked for.
 *
 * @throws OptionError for what is unknown or has an impossible value
 */
export function readStartOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): StartOptions | undefined {
  const { data = '.stacktale', events = '400', every = '3000', help } = parse(args)
  if (help === true) return undefined
  return {
    port: wholeNumber('PORT', env['PORT'] || '8080', 0, 65_535),
    dataFolder: data,
    backlogEvents: wholeNumber('--events', events, 0, 1_000_000),
    everyMs: wholeNumber('--every', every, 0, 86_400_000),
  }
}

interface GivenOptions {
  readonly data?: string
  readonly events?: string
  readonly every?: string
  readonly help?: boolean
}

function parse(args: readonly string[]): GivenOptions {
  const text = { type: 'string' } as const
  const options = { data: text, events: text, every: text, help: { type: 'boolean' } } as const
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new OptionError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
  }
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new OptionError(`${name} must be a whole number from ${least} to ${most}; it is "${text}".`)
}
