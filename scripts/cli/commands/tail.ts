import type { Command } from 'commander'
import { CommandError } from '../command-error.ts'
import { count, readCost } from '../count.ts'
import { untilSignal } from '../end-on-signals.ts'
import { eventRow } from '../event-row.ts'
import { examples } from '../examples.ts'
import { levelOption } from '../filters.ts'
import { FeedWatch } from '../feed-watch.ts'
import type { Given } from '../given.ts'
import { filtersOf } from '../filters.ts'
import { onCall } from '../given.ts'
import { jsonText } from '../../../engine/json-text.ts'
import { pollUntil } from '../poll-until.ts'
import { placeOf } from '../place.ts'
import { readerAt } from '../reading.ts'
import type { Screen } from '../screen.ts'

const SHORTEST_S = 0.1
const LONGEST_S = 3600
const USUAL_OBJECT_WIDTH = 16

export function addTailCommand(program: Command, screen: Screen): void {
  const command = program
    .command('tail')
    .description('show new events as they come, until Ctrl-C')
    .option('--prefix <prefix>', 'only events of this prefix, such as workout')
    .addOption(levelOption())
    .option('--interval <seconds>', 'how often to look', '5')
    .option('--json', 'a row of JSON for each event')
  examples(command, [
    ['stacktale tail', 'every new event'],
    ['stacktale tail --prefix payment --level warn', 'what goes wrong with payments'],
    ['stacktale tail --interval 30', 'a sixth of the cost'],
  ])
  onCall(command, async (given) => {
    const filters = filtersOf(given)
    const intervalMs = intervalOf(given) * 1000
    const watch = new FeedWatch(readerAt(await placeOf(given), given), filters)
    const stopped = untilSignal()
    const poll = async (): Promise<void> => {
      const events = await watch.poll()
      const rows = events.map((event) =>
        given.flag('json') ? jsonText(event) : eventRow(event, USUAL_OBJECT_WIDTH, screen),
      )
      if (rows.length > 0) await screen.print(rows.map((row) => `${row}\n`).join(''))
    }
    await watch.begin()
    screen.note('Waiting for new events. Ctrl-C ends it.')
    await pollUntil(stopped, intervalMs, poll, (error) =>
      screen.warning(`stacktale [${error.code}]: ${error.message} Trying again.`),
    )
    screen.note(`Looked ${count(watch.polls, 'time')}, for ${readCost(watch.readUnits)}.`)
  })
}

function intervalOf(given: Given): number {
  const text = given.text('interval') ?? ''
  const seconds = /^\d{1,4}(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN
  if (seconds >= SHORTEST_S && seconds <= LONGEST_S) return seconds
  throw new CommandError(
    'usage',
    `--interval must be seconds from ${SHORTEST_S} to ${LONGEST_S}; it is ${JSON.stringify(text)}.`,
  )
}
