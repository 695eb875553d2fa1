import { StacktaleError } from '../../engine/errors/stacktale-error.ts'
import type { StartOptions } from '../start/start-options.ts'
import { stopRequest } from '../start/stop-request.ts'
import { Terminal } from '../start/terminal.ts'
import { CommandError } from './command-error.ts'
import { EXIT } from './exit-code.ts'

/** What `npm start` does. @throws CommandError `demo-unavailable` or `demo-failed` */
export async function runDemo(options: StartOptions): Promise<void> {
  checkDatabase()
  const { runStack } = await import('../start/run-stack.ts')
  const terminal = new Terminal()
  const signal = stopRequest()
  try {
    await runStack({ ...options, terminal, signal })
  } catch (error) {
    if (!signal.aborted) throw demoFailed(error)
    terminal.goodbye('Stopped before everything had started.')
  }
  process.exitCode = EXIT.interrupted
}

/** The embedded database is no dependency: who only reads a table in AWS has no use for it. */
function checkDatabase(): void {
  try {
    import.meta.resolve('dynalite')
  } catch (cause) {
    throw new CommandError(
      'demo-unavailable',
      'The demo needs the embedded database, dynalite, which is not installed. Install it beside stacktale (npm install --save-dev dynalite@4), or run both: npx -p stacktale -p dynalite@4 stacktale demo',
      { cause },
    )
  }
}

function demoFailed(error: unknown): Error {
  if (error instanceof StacktaleError) return error
  const message = error instanceof Error ? error.message : String(error)
  return new CommandError('demo-failed', message, { cause: error })
}
