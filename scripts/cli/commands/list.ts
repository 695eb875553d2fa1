import type { Command } from 'commander'
import type { EventPage } from '../../../engine/table/event-page.ts'
import { aheadSentence } from '../../../viewer/display/ahead.ts'
import { DEFAULT_LIMIT, LARGEST_LIMIT } from '../../../engine/table/check-query.ts'
import { eventQuery } from '../../../viewer/query/event-query.ts'
import { count, readCost } from '../count.ts'
import { eventRow, widthOfObjects } from '../event-row.ts'
import { examples } from '../examples.ts'
import { addFilters, filtersOf, readPage } from '../filters.ts'
import { onCall } from '../given.ts'
import { jsonText } from '../../../engine/json-text.ts'
import { placeOf } from '../place.ts'
import { addBudget, addPace, budgetOf, readerAt } from '../reading.ts'
import type { Screen } from '../screen.ts'

export function addListCommand(program: Command, screen: Screen): void {
  const command = program.command('list').description('list events, newest first')
  addFilters(command)
  command
    .option(
      '--limit <count>',
      `at most so many events, up to ${LARGEST_LIMIT}`,
      String(DEFAULT_LIMIT),
    )
    .option('--cursor <cursor>', 'go on where an earlier list ended')
    .option('--json', 'a row of JSON for each event')
  addBudget(command, '25')
  addPace(command)
  examples(command, [
    ['stacktale list', 'the newest events of all'],
    ['stacktale list --object workout_42', 'what happened to one object'],
    ['stacktale list --level error --from 2026-11-21', 'errors of a day and after'],
    ['stacktale list --json | jq -r .title', 'for programs'],
  ])
  onCall(command, async (given) => {
    const filters = filtersOf(given)
    const limit = given.wholeNumber('limit', 1, LARGEST_LIMIT) ?? DEFAULT_LIMIT
    const maxReadUnits = budgetOf(given)
    const reader = readerAt(await placeOf(given), given)
    const page = await readPage(reader, filters, {
      ...eventQuery({ ...filters, limit }, Date.now()),
      ...(maxReadUnits !== undefined && { maxReadUnits }),
    })
    const width = widthOfObjects(page.events)
    const rows = page.events.map((event) =>
      given.flag('json') ? jsonText(event) : eventRow(event, width, screen),
    )
    await screen.print(rows.map((row) => `${row}\n`).join(''))
    screen.note(summaryOf(page))
  })
}

function summaryOf(page: EventPage): string {
  const { events, readUnits, cursor, searchedTo, ahead } = page
  const sentences = [`${count(events.length, 'event')}, for ${readCost(readUnits)}.`]
  if (searchedTo !== undefined) {
    sentences.push(`Searched back to ${new Date(searchedTo).toISOString()}, not further.`)
    if (ahead !== undefined) sentences.push(aheadSentence(ahead))
  }
  if (cursor !== undefined) sentences.push(`There may be more: --cursor ${cursor}`)
  return sentences.join(' ')
}
