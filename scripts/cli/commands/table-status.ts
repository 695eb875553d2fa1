import type { Command } from 'commander'
import { StacktaleError } from '../../../engine/errors/stacktale-error.ts'
import { createCommand } from '../../../engine/table/create-command.ts'
import type { Part, TableStatus } from '../../../engine/table/table-status.ts'
import { tableStatus } from '../../../engine/table/table-status.ts'
import { count } from '../count.ts'
import { examples } from '../examples.ts'
import { expiryText } from '../expiry-text.ts'
import { onCall } from '../given.ts'
import { jsonText } from '../../../engine/json-text.ts'
import { placeOf } from '../place.ts'
import type { Screen } from '../screen.ts'
import { sizeText } from '../size-text.ts'

export function addTableStatusCommand(table: Command, screen: Screen): void {
  const command = table
    .command('status')
    .description('say how the table is, as AWS reports it; costs nothing')
    .option('--json', 'as JSON')
  examples(command, [['stacktale table status --table staging', 'another table']])
  onCall(command, async (given) => {
    const place = await placeOf(given)
    const status = await tableStatus(place)
    if (status === undefined) {
      throw new StacktaleError(
        'table-missing',
        `There is no table "${place.table}" in this region and account. Create it: ${createCommand(place)}`,
      )
    }
    const rows = rowsOf(status).map(
      ([label, text]) => `${screen.paint(label.padEnd(9), 'dim')} ${text}\n`,
    )
    await screen.print(given.flag('json') ? `${jsonText(status)}\n` : rows.join(''))
    screen.note('AWS counts items and bytes about every six hours.')
  })
}

function rowsOf(status: TableStatus): readonly (readonly [label: string, text: string])[] {
  const { table, state, billing, expiry, feed } = status
  return [
    ['table', `${table}, ${state.toLowerCase()}`],
    ['holds', contentOf(status)],
    ['capacity', capacityOf(status, billing)],
    ['index', feed === undefined ? 'there is none' : `feed, ${feed.state.toLowerCase()}`],
    ...(feed === undefined
      ? []
      : ([
          ['', contentOf(feed)],
          ['', capacityOf(feed, billing)],
        ] as const)),
    ['expiry', expiryText(expiry)],
  ]
}

function contentOf({ items, bytes }: Part): string {
  return `${count(items, 'item')}, ${sizeText(bytes)}`
}

function capacityOf({ units }: Part, billing: TableStatus['billing']): string {
  return units === undefined
    ? `${billing}, paid for by the request`
    : `${count(units.write, 'write unit')} and ${count(units.read, 'read unit')} a second`
}
