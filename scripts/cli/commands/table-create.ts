import type { Command } from 'commander'
import { Option } from 'commander'
import { createTable } from '../../../engine/table/create-table.ts'
import { reportAccount } from '../account-report.ts'
import { examples } from '../examples.ts'
import { expiryText } from '../expiry-text.ts'
import { onCall } from '../given.ts'
import { jsonText } from '../../../engine/json-text.ts'
import { patientPlaceOf } from '../place.ts'
import type { Screen } from '../screen.ts'

export function addTableCreateCommand(table: Command, screen: Screen): void {
  const command = table
    .command('create')
    .description('create the table with its index and its expiry; harmless when it is there')
    .addOption(
      new Option('--billing <mode>', 'provisioned stays in the free tier; on-demand does not')
        .choices(['provisioned', 'on-demand'])
        .default('provisioned'),
    )
    .option('--json', 'the outcome as JSON')
  examples(command, [
    ['stacktale table create', 'the table in force'],
    ['stacktale table create --table big --billing on-demand', 'paid for by the request'],
  ])
  onCall(command, async (given) => {
    const place = await patientPlaceOf(given)
    const billing = given.text('billing') === 'on-demand' ? 'on-demand' : 'provisioned'
    const account = await reportAccount(place, billing, screen)
    screen.progress(`Creating the table ${place.table}…`)
    const made = await createTable({ ...place, billing })
    const words = made.created ? 'is created' : 'was there already'
    await screen.print(
      given.flag('json')
        ? `${jsonText({ ...made, account })}\n`
        : `The table ${made.table} ${words}; its expiry is ${expiryText(made.expiry)}.\n`,
    )
  })
}
