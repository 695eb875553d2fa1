import type { Command } from 'commander'

/** A command line, and what it does. */
type Example = readonly [commandLine: string, does: string]

/** Puts examples below a command's help. */
export function examples(command: Command, given: readonly Example[]): void {
  const width = Math.max(...given.map(([commandLine]) => commandLine.length))
  const rows = given.map(([commandLine, does]) => `  ${commandLine.padEnd(width)}  ${does}`)
  command.addHelpText('after', (context) => {
    const title = context.command.createHelp().styleTitle('Examples:')
    const styled = context.command.configureHelp().styleTitle?.('Examples:') ?? title
    return `\n${styled}\n${rows.join('\n')}`
  })
}
