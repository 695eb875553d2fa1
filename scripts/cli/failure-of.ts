import type { Command } from 'commander'
import { CommanderError } from 'commander'
import type { ErrorCode } from '../../engine/errors/stacktale-error.ts'
import { StacktaleError } from '../../engine/errors/stacktale-error.ts'
import { CommandError } from './command-error.ts'
import { EXIT } from './exit-code.ts'

export interface Failure {
  readonly exitCode: number
  /** Absent where there is nothing to say, as after `--help`. */
  readonly message?: string
}

/** Of what the engine finds wrong, what the command line asked for. */
const ASKED_WRONGLY: ReadonlySet<string> = new Set<ErrorCode>([
  'cursor-invalid',
  'key-invalid',
  'level-unknown',
  'limit-invalid',
  'option-invalid',
  'prefix-invalid',
  'time-invalid',
  'viewer-unprotected',
])

/** What a command that ended early says, and its exit code. */
export function failureOf(error: unknown, program: Command, args: readonly string[]): Failure {
  if (error instanceof CommanderError) return usageFailure(error, program, args)
  if (error instanceof CommandError || error instanceof StacktaleError) {
    const { code } = error
    const isUsage = code === 'usage' || ASKED_WRONGLY.has(code)
    return {
      exitCode: isUsage ? EXIT.usage : EXIT.failed,
      message: `stacktale [${code}]: ${error.message}`,
    }
  }
  const message = error instanceof Error ? error.message : String(error)
  return { exitCode: EXIT.failed, message: `stacktale [unexpected]: ${message}` }
}

function usageFailure(
  { code, exitCode, message }: CommanderError,
  program: Command,
  args: readonly string[],
): Failure {
  if (exitCode === EXIT.fine) return { exitCode }
  if (code === 'commander.help') return { exitCode: EXIT.usage }
  const sentence = message.replace(/^error: /, '').replace(/\n?\((Did you mean .*\?)\)/s, '. $1')
  const help = `See: ${nameOf(usedCommand(program, args))} --help`
  return {
    exitCode: EXIT.usage,
    message: `stacktale [usage]: ${endSentence(sentence)} ${help}`,
  }
}

function endSentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`
}

function usedCommand(program: Command, args: readonly string[]): Command {
  return args.reduce(
    (command, arg) => command.commands.find((known) => known.name() === arg) ?? command,
    program,
  )
}

function nameOf(command: Command): string {
  return command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`
}
