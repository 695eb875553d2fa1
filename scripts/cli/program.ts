import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { wantsColour } from '../../engine/sinks/console/wants-colour.ts'
import { addCompletionCommand } from './commands/completion.ts'
import { addCostCommand } from './commands/cost.ts'
import { addDemoCommand } from './commands/demo.ts'
import { addDoctorCommand } from './commands/doctor.ts'
import { addEraseCommand } from './commands/erase.ts'
import { addExportCommand } from './commands/export.ts'
import { addImportCommand } from './commands/import.ts'
import { addListCommand } from './commands/list.ts'
import { addPasswordCommand } from './commands/password.ts'
import { addShowCommand } from './commands/show.ts'
import { addTableCommand } from './commands/table.ts'
import { addTailCommand } from './commands/tail.ts'
import { addViewCommand } from './commands/view.ts'
import { examples } from './examples.ts'
import type { Screen } from './screen.ts'

const COMMANDS = [
  addDemoCommand,
  addViewCommand,
  addListCommand,
  addShowCommand,
  addTailCommand,
  addExportCommand,
  addImportCommand,
  addEraseCommand,
  addTableCommand,
  addCostCommand,
  addDoctorCommand,
  addPasswordCommand,
  addCompletionCommand,
] as const

/** The whole command line. What is asked wrongly is thrown; nothing ends the process. */
export function createProgram(screen: Screen): Command {
  const program = new Command('stacktale')
    .description('Reads and keeps the stories that an application logs into DynamoDB.')
    .version(version(), '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show what a command does')
    .helpCommand('help [command]', 'show what a command does')
    .option('--table <name>', 'the table (default: STACKTALE_TABLE, else stacktale)')
    .option('--region <region>', 'the AWS region (default: as AWS is set up, such as AWS_REGION)')
    .option('--endpoint <url>', 'another DynamoDB (default: AWS_ENDPOINT_URL_DYNAMODB)')
    .exitOverride()
    .configureOutput({
      // A failure is reported in one line, where the command ends.
      outputError: () => {},
      getOutHasColors: () => screen.hasColours,
      getErrHasColors: () => wantsColour({ isTTY: process.stderr.isTTY, env: process.env }),
    })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (text) => `\u001b[1m${text}\u001b[22m`,
      styleCommandText: (text) => `\u001b[36m${text}\u001b[39m`,
      styleSubcommandText: (text) => `\u001b[36m${text}\u001b[39m`,
      styleOptionText: (text) => `\u001b[36m${text}\u001b[39m`,
    })
  for (const add of COMMANDS) add(program, screen)
  examples(program, [
    ['stacktale demo', 'the whole product on this machine'],
    ['stacktale list --level warn --range 24h', 'what went wrong since yesterday'],
    ['stacktale doctor', 'whether everything is set up'],
  ])
  return program
}

function version(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
  )
  const isManifest = typeof manifest === 'object' && manifest !== null && 'version' in manifest
  return isManifest ? String(manifest.version) : 'unknown'
}
