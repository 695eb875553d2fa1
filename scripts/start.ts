// `npm start`: the embedded database, the demo application that writes real events, and the viewer.
import { reportFatal } from './start/report-fatal.ts'
import { runStack } from './start/run-stack.ts'
import { readStartOptions, USAGE } from './start/start-options.ts'
import { stopRequest } from './start/stop-request.ts'
import { Terminal } from './start/terminal.ts'

const terminal = new Terminal()
const signal = stopRequest()

try {
  const options = readStartOptions(process.argv.slice(2), process.env)
  if (options === undefined) console.log(USAGE)
  else await runStack({ ...options, terminal, signal })
} catch (error) {
  if (signal.aborted) {
    terminal.goodbye('Stopped before everything had started.')
  } else {
    reportFatal(error)
    process.exitCode = 1
  }
}
