import type { Command } from 'commander'
import { Argument } from 'commander'
import { bashScript } from '../completion/bash.ts'
import { shapeOf } from '../completion/command-shape.ts'
import type { CommandShape } from '../completion/command-shape.ts'
import { fishScript } from '../completion/fish.ts'
import { zshScript } from '../completion/zsh.ts'
import { examples } from '../examples.ts'
import { onCall } from '../given.ts'
import type { Screen } from '../screen.ts'

const SCRIPTS: Readonly<Record<string, (shape: CommandShape) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
}

export function addCompletionCommand(program: Command, screen: Screen): void {
  const command = program
    .command('completion')
    .description('print what makes a shell complete commands and options')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(SCRIPTS)))
  examples(command, [
    ['stacktale completion bash >> ~/.bashrc', 'for bash'],
    ['stacktale completion zsh > ~/.zfunc/_stacktale', 'for zsh, in a folder of $fpath'],
    ['stacktale completion fish > ~/.config/fish/completions/stacktale.fish', 'for fish'],
  ])
  onCall(command, async (given) => {
    await screen.print(SCRIPTS[given.argument(0)]?.(shapeOf(program)) ?? '')
  })
}
