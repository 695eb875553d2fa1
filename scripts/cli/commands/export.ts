import type { Command } from 'commander'
import { Option } from 'commander'
import { aheadSentence } from '../../../viewer/display/ahead.ts'
import { count, readCost } from '../count.ts'
import { examples } from '../examples.ts'
import { EXIT } from '../exit-code.ts'
import { exportEvents } from '../export/export-events.ts'
import { formatNamed, FORMATS } from '../export/formats.ts'
import { openTarget } from '../export/target.ts'
import { addFilters, filtersOf } from '../filters.ts'
import { onCall } from '../given.ts'
import { patientPlaceOf } from '../place.ts'
import { addBudget, addPace, budgetOf, readerAt } from '../reading.ts'
import type { Screen } from '../screen.ts'

export function addExportCommand(program: Command, screen: Screen): void {
  const command = program
    .command('export')
    .description('write out events with their whole stories, newest first')
  addFilters(command)
  command
    .option('--limit <count>', 'at most so many events (default: all)')
    .addOption(
      new Option('--format <format>', 'ndjson can be imported; text and csv are for reading')
        .choices(FORMATS)
        .default('ndjson'),
    )
    .option('--out <file>', 'a file that is written, or replaced, when all is there')
    .option('--cursor <cursor>', 'go on where an earlier export or list ended')
  addBudget(command, 'none')
  addPace(command)
  examples(command, [
    ['stacktale export --out all.ndjson', 'everything'],
    ['stacktale export --prefix workout --from 2026-11-01 | gzip > workouts.gz', 'a month'],
    ['stacktale export --object user_42 --format csv --out user.csv', 'for a spreadsheet'],
  ])
  onCall(command, async (given) => {
    const filters = filtersOf(given)
    const format = formatNamed(given.text('format'))
    const limit = given.wholeNumber('limit', 1, Number.MAX_SAFE_INTEGER) ?? Infinity
    const maxReadUnits = budgetOf(given) ?? Infinity
    const reader = readerAt(await patientPlaceOf(given), given)
    const target = await openTarget(given.text('out'), screen)
    const done = await exportEvents(reader, filters, {
      limit,
      maxReadUnits,
      format,
      write: target.write,
      onDamaged: ({ object, timestamp, damage }) =>
        screen.error(`stacktale [${damage.code}]: ${object} ${timestamp}: ${damage.message}`),
      onProgress: (events) => screen.progress(`Exported ${count(events, 'event')}…`),
    })
    await target.close()
    screen.note(`Exported ${count(done.events, 'event')}, for ${readCost(done.readUnits)}.`)
    if (done.rest !== undefined) {
      const { exportedTo, cursor, ahead } = done.rest
      const far = `Everything after ${new Date(exportedTo).toISOString()} is exported, for the budget.`
      screen.warning(`${far} ${aheadSentence(ahead)} Go on: --cursor ${cursor}`)
    }
    if (done.damaged > 0) {
      screen.warning(`Left out ${count(done.damaged, 'event')} that cannot be read.`)
      process.exitCode = EXIT.failed
    }
  })
}
