import type { CommandShape, OptionShape } from './command-shape.ts'
import { withBelow } from './command-shape.ts'

/** A completion script for fish. */
export function fishScript(program: CommandShape): string {
  const rows = withBelow(program).flatMap(rowsOf)
  return `# stacktale completion for fish
complete -c stacktale -f
${rows.join('\n')}
`
}

function rowsOf(shape: CommandShape): readonly string[] {
  const condition = quoted(conditionOf(shape))
  return [
    ...shape.commands.map(
      ({ name, description }) =>
        `complete -c stacktale -n ${condition} -a ${name} -d ${quoted(description)}`,
    ),
    ...(shape.choices.length === 0
      ? []
      : [`complete -c stacktale -n ${condition} -a ${quoted(shape.choices.join(' '))}`]),
    ...shape.options.map((option) => optionRow(option, condition)),
  ]
}

function conditionOf({ path, commands }: CommandShape): string {
  if (path === '') return '__fish_use_subcommand'
  const seen = path.split(' ').map((word) => `__fish_seen_subcommand_from ${word}`)
  const below = commands.map(({ name }) => name).join(' ')
  return [...seen, ...(below === '' ? [] : [`not __fish_seen_subcommand_from ${below}`])].join(
    '; and ',
  )
}

function optionRow(
  { name, description, takesValue, choices }: OptionShape,
  condition: string,
): string {
  const value = choices.length > 0 ? ` -x -a ${quoted(choices.join(' '))}` : ' -r -F'
  return `complete -c stacktale -n ${condition} -l ${name.slice(2)} -d ${quoted(description)}${takesValue ? value : ''}`
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
