// `npm start`: the embedded database, the demo application that writes real events, and the viewer.
import { once } from 'node:events'
import { reportFatal } from './start/report-fatal.ts'
import { startStack } from './start/stack.ts'
import { readStartOptions, USAGE } from './start/start-options.ts'
import type { StartOptions } from './start/start-options.ts'
import { stopRequest } from './start/stop-request.ts'
import { Terminal } from './start/terminal.ts'

const terminal = new Terminal()
const signal = stopRequest()

try {
  const options = readStartOptions(process.argv.slice(2), process.env)
  if (options === undefined) console.log(USAGE)
  else await run(options)
} catch (error) {
  if (signal.aborted) {
    terminal.goodbye('Stopped before everything had started.')
  } else {
    reportFatal(error)
    process.exitCode = 1
  }
}

async function run(options: StartOptions): Promise<void> {
  const failure = new AbortController()
  terminal.heading('stacktale', 'a log that reads like a story, kept for nothing')
  const stack = await startStack({
    ...options,
    terminal,
    signal,
    onFailure: (error) => failure.abort(error),
  })
  terminal.address(stack.url)
  await Promise.race([aborted(signal), aborted(failure.signal)])
  terminal.busy('stopping', 'storing what is open…')
  const summary = await stack.stop()
  terminal.goodbye(
    summary === undefined
      ? 'Stopped. The demo had ended before.'
      : `Stopped. ${summary.stored} events stored since the start, ${summary.unsent} unsent.`,
  )
  failure.signal.throwIfAborted()
}

async function aborted(either: AbortSignal): Promise<void> {
  if (!either.aborted) await once(either, 'abort')
}
