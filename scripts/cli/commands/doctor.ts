import type { Command } from 'commander'
import { diagnose } from '../doctor/diagnose.ts'
import type { Finding } from '../doctor/finding.ts'
import { examples } from '../examples.ts'
import { EXIT } from '../exit-code.ts'
import { onCall } from '../given.ts'
import { jsonText } from '../../../engine/json-text.ts'
import { placeOf } from '../place.ts'
import { placeOptions } from '../place-options.ts'
import type { Screen } from '../screen.ts'
import { visibleText } from '../../../engine/sinks/console/visible-text.ts'

const NAME_WIDTH = 11

export function addDoctorCommand(program: Command, screen: Screen): void {
  const command = program
    .command('doctor')
    .description('check credentials, region, clock, table and capacity, and say how to mend them')
    .option('--json', 'a row of JSON for each check')
  examples(command, [
    ['stacktale doctor', 'exit code 1 if something is wrong'],
    ['stacktale doctor --json | jq -r "select(.ok | not) | .mend"', 'what to run'],
  ])
  onCall(command, async (given) => {
    const place = await placeOf(given)
    const findings = await diagnose(place, `--table ${place.table}${placeOptions(given)}`)
    const rows = findings.map((finding) =>
      given.flag('json') ? `${jsonText(finding)}\n` : rowOf(finding, screen),
    )
    await screen.print(rows.join(''))
    if (findings.some(({ ok }) => !ok)) process.exitCode = EXIT.failed
  })
}

function rowOf({ ok, check, says, mend }: Finding, screen: Screen): string {
  const { paint } = screen
  const verdict = ok ? paint('ok   ', 'key') : paint('wrong', 'error')
  const row = `${verdict}  ${paint(check.padEnd(NAME_WIDTH), 'strong')}  ${visibleText(says)}\n`
  if (mend === undefined) return row
  return `${row}${' '.repeat(7 + NAME_WIDTH + 2)}${paint('$ ', 'dim')}${visibleText(mend)}\n`
}
