import type { Argument, Command, Option } from 'commander'

/** What a shell has to know of an option. */
export interface OptionShape {
  readonly name: string
  readonly description: string
  readonly takesValue: boolean
  readonly choices: readonly string[]
}

/** What a shell has to know of a command. */
export interface CommandShape {
  /** The words that call it, without the program's own: `table create`. */
  readonly path: string
  readonly name: string
  readonly description: string
  readonly options: readonly OptionShape[]
  readonly commands: readonly CommandShape[]
  /** The values that its first argument may have. */
  readonly choices: readonly string[]
}

/** The shape of the whole program; each command has the program's own options too. */
export function shapeOf(program: Command): CommandShape {
  return shapeBelow(program, [], '')
}

function shapeBelow(
  command: Command,
  inherited: readonly OptionShape[],
  path: string,
): CommandShape {
  const visible = command.createHelp().visibleOptions(command)
  const options = [...visible.map(optionShape), ...inherited]
  const forAll = options.filter(({ name }) => name !== '--version')
  return {
    path,
    name: command.name(),
    description: command.description(),
    options: path === '' ? options : forAll,
    commands: command.commands.map((below) =>
      shapeBelow(
        below,
        path === '' ? forAll.filter(({ name }) => name !== '--help') : inherited,
        path === '' ? below.name() : `${path} ${below.name()}`,
      ),
    ),
    choices: choicesOf(command.registeredArguments[0]),
  }
}

function optionShape(option: Option): OptionShape {
  return {
    name: option.long ?? option.short ?? option.flags,
    description: option.description,
    takesValue: option.required || option.optional,
    choices: option.argChoices ?? [],
  }
}

function choicesOf(argument: Argument | undefined): readonly string[] {
  return argument?.argChoices ?? []
}

/** A command and all below it. */
export function withBelow(shape: CommandShape): readonly CommandShape[] {
  return [shape, ...shape.commands.flatMap(withBelow)]
}
