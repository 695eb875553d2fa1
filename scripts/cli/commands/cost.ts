import type { Command } from 'commander'
import { standingView } from '../../../viewer/display/standing-view.ts'
import { costJson } from '../cost/cost-json.ts'
import { costText } from '../cost/cost-text.ts'
import { readCost } from '../count.ts'
import { examples } from '../examples.ts'
import { onCall } from '../given.ts'
import { jsonText } from '../../../engine/json-text.ts'
import { placeOf } from '../place.ts'
import { addPace, readerAt } from '../reading.ts'
import type { Screen } from '../screen.ts'
import { unitsOfAccount } from '../units-of-account.ts'

export function addCostCommand(program: Command, screen: Screen): void {
  const command = program
    .command('cost')
    .description('say what the table takes of what is free, and what it would cost elsewhere')
    .option('--json', 'as JSON')
  addPace(command)
  examples(command, [
    ['stacktale cost', 'storage, units, what is left, and burritos'],
    ['stacktale cost --json | jq .storage.daysUntilFullWithRetention', 'for programs'],
  ])
  onCall(command, async (given) => {
    const place = await placeOf(given)
    const standing = await readerAt(place, given).standing()
    const account = await unitsOfAccount(place, screen)
    if (given.flag('json')) {
      await screen.print(`${jsonText(costJson(standing, account))}\n`)
    } else {
      await screen.print(costText(standingView(standing), account, screen))
    }
    for (const { says, mend } of standingView(standing).near) screen.warning(`${says} ${mend}`)
    if (standing.billing === undefined) {
      screen.note(
        'The table may not be described (dynamodb:DescribeTable, dynamodb:DescribeTimeToLive), so its size and units are not known.',
      )
    }
    screen.note(`For ${readCost(standing.readUnits)}.`)
  })
}
