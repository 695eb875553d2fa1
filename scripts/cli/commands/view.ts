import type { Command } from 'commander'
import { untilSignal } from '../end-on-signals.ts'
import { examples } from '../examples.ts'
import { onCall } from '../given.ts'
import { placeOf } from '../place.ts'
import { addPace, readerAt } from '../reading.ts'
import type { Screen } from '../screen.ts'
import { accessOf, addAccess } from '../viewer-access.ts'

const LAST_PORT = 65_535

export function addViewCommand(program: Command, screen: Screen): void {
  const command = program
    .command('view')
    .description('serve the viewer of the table, until Ctrl-C')
    .option('--port <port>', 'the port, 0 for any; a taken one moves on to the next', '8080')
  addAccess(command)
  addPace(command)
  examples(command, [
    ['stacktale view', 'on http://127.0.0.1:8080/'],
    ['stacktale view --table staging --port 0', 'another table, on any port'],
    [
      'stacktale view --host 0.0.0.0 --password-file viewer.hash --allow-hosts logs.example.com',
      'for others too, with the password that stacktale password made the hash of',
    ],
  ])
  onCall(command, async (given) => {
    const port = given.wholeNumber('port', 0, LAST_PORT) ?? 0
    const access = await accessOf(given)
    const reader = readerAt(await placeOf(given), given)
    const { startViewer } = await import('../../../viewer/start-viewer.ts')
    const viewer = await startViewer({ ...access, reader, port, host: given.text('host') })
    if (port !== 0 && viewer.port !== port) {
      screen.warning(`Port ${port} is taken, so the viewer is on ${viewer.port}.`)
    }
    const stopped = untilSignal()
    await screen.print(`${viewer.url}\n`)
    screen.note(`The viewer of the table ${reader.table}. Ctrl-C ends it.`)
    await stopped
    await viewer.close()
  })
}
