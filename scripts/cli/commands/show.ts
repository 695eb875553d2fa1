import type { Command } from 'commander'
import type { StoredEvent } from '../../../engine/table/event-page.ts'
import { eventText } from '../../../engine/sinks/console/event-text.ts'
import { visibleText } from '../../../engine/sinks/console/visible-text.ts'
import { CommandError } from '../command-error.ts'
import { readCost } from '../count.ts'
import { eventJson } from '../event-json.ts'
import { examples } from '../examples.ts'
import { EXIT } from '../exit-code.ts'
import { findEvent } from '../find-event.ts'
import type { Given } from '../given.ts'
import { onCall } from '../given.ts'
import { jsonText } from '../../../engine/json-text.ts'
import { placeOf } from '../place.ts'
import { readerAt } from '../reading.ts'
import type { Screen } from '../screen.ts'

export function addShowCommand(program: Command, screen: Screen): void {
  const command = program
    .command('show')
    .description('show the story of one event')
    .argument('<object>', "the object's key, such as workout_42")
    .argument('[timestamp]', 'when, as a list shows it (default: the newest event)')
    .option('--text', 'the indented text alone')
    .option('--json', 'all that is known, as JSON')
  examples(command, [
    ['stacktale show workout_42', 'the newest story of an object'],
    ['stacktale show workout_42 2026-11-21T10:41:07.123Z', 'the story that a list named'],
    ['stacktale show workout_42 1795257667123 --json', 'for programs'],
  ])
  onCall(command, async (given) => {
    if (given.flag('text') && given.flag('json')) {
      throw new CommandError('usage', 'Expected one of --text and --json, not both.')
    }
    const timestamp = given.has(1) ? given.argument(1) : undefined
    const reader = readerAt(await placeOf(given), given)
    const { event, readUnits } = await findEvent(reader, given.argument(0), timestamp)
    await screen.print(textOf(event, given, screen))
    screen.note(`One event, for ${readCost(readUnits)}.`)
    if (event.damage !== undefined) {
      screen.error(`stacktale [${event.damage.code}]: ${event.damage.message}`)
      process.exitCode = EXIT.failed
    }
  })
}

function textOf(event: StoredEvent, given: Given, screen: Screen): string {
  if (given.flag('json')) return `${jsonText({ ...eventJson(event), text: event.text })}\n`
  if (given.flag('text')) return `${visibleText(event.text)}\n`
  return eventText(event, screen.look)
}
