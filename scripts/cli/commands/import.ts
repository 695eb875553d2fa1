import type { Command } from 'commander'
import { count } from '../count.ts'
import { examples } from '../examples.ts'
import { EXIT } from '../exit-code.ts'
import { onCall } from '../given.ts'
import { importEvents } from '../import/import-events.ts'
import { openSource } from '../import/source.ts'
import { jsonText } from '../../../engine/json-text.ts'
import { patientPlaceOf } from '../place.ts'
import type { Screen } from '../screen.ts'

export function addImportCommand(program: Command, screen: Screen): void {
  const command = program
    .command('import')
    .description('store the events of an NDJSON export, under the keys that they had')
    .argument('<file>', 'the export, or - for standard input')
    .option('--json', 'the counts as JSON')
  examples(command, [
    ['stacktale import all.ndjson --table copy', 'doing it twice stores once'],
    ['stacktale export | stacktale import - --table copy', 'from table to table'],
  ])
  onCall(command, async (given) => {
    const place = await patientPlaceOf(given)
    const source = await openSource(given.argument(0))
    const done = await importEvents(source, place, {
      nowSeconds: Math.floor(Date.now() / 1000),
      onBadLine: (line, problem) =>
        screen.error(`stacktale [line-invalid]: line ${line}: ${problem}`),
      onProgress: (events) => screen.progress(`Imported ${count(events, 'event')}…`),
    })
    if (given.flag('json')) await screen.print(`${jsonText(done)}\n`)
    screen.note(
      `Stored ${count(done.stored, 'event')}, for ${count(done.writeUnits, 'write unit')}.`,
    )
    if (done.expired > 0) {
      screen.warning(`${count(done.expired, 'event')} of them had expired: nothing shows them.`)
    }
    if (done.bad > 0) {
      screen.warning(`Left out ${count(done.bad, 'bad line')}.`)
      process.exitCode = EXIT.failed
    }
  })
}
