import { endOnSignals } from './end-on-signals.ts'
import { failureOf } from './failure-of.ts'
import { createProgram } from './program.ts'
import { Screen } from './screen.ts'

/** Runs a command, and leaves its outcome in the process's exit code. */
export async function runCli(args: readonly string[]): Promise<void> {
  const screen = new Screen()
  endOnSignals()
  const program = createProgram(screen)
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    const { exitCode, message } = failureOf(error, program, args)
    if (message !== undefined) screen.error(message)
    process.exitCode = exitCode
  }
}
