import type { Command } from 'commander'
import { examples } from '../examples.ts'
import { onCall } from '../given.ts'
import { runDemo } from '../run-demo.ts'

export function addDemoCommand(program: Command): void {
  const command = program
    .command('demo')
    .description('run the whole product here: a database, an application that logs, the viewer')
    .option('--data <folder>', 'where everything is kept from one start to the next', '.stacktale')
    .option('--events <count>', 'how many events of the last 7 days the first start writes', '400')
    .option('--every <ms>', 'milliseconds between two new events; 0 for none', '3000')
    .option('--port <port>', 'the port of the viewer, 0 for any', '8080')
  examples(command, [
    ['stacktale demo', 'on http://localhost:8080; Ctrl-C ends it'],
    ['stacktale demo --data /tmp/tale', 'kept elsewhere'],
  ])
  onCall(command, async (given) => {
    await runDemo({
      dataFolder: given.text('data') ?? '.stacktale',
      backlogEvents: given.wholeNumber('events', 0, 1_000_000) ?? 0,
      everyMs: given.wholeNumber('every', 0, 86_400_000) ?? 0,
      port: given.wholeNumber('port', 0, 65_535) ?? 0,
    })
  })
}
