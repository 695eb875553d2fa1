import type { CommandShape } from './command-shape.ts'
import { withBelow } from './command-shape.ts'

/** A completion script for bash 3.2 and later. */
export function bashScript(program: CommandShape): string {
  const all = withBelow(program)
  return `# stacktale completion for bash
_stacktale() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" path="" at next
  for ((at = 1; at < COMP_CWORD; at++)); do
    next="\${path:+$path }\${COMP_WORDS[at]}"
    case "$next" in
      ${pattern(all)}) path="$next" ;;
    esac
  done
  COMPREPLY=()
  case "$path $before" in
${all.flatMap(valueCases).join('\n')}
  esac
  case "$path" in
${all.map(wordCase).join('\n')}
  esac
}
complete -o default -F _stacktale stacktale
`
}

function pattern(all: readonly CommandShape[]): string {
  return all
    .filter(({ path }) => path !== '')
    .map(({ path }) => `'${path}'`)
    .join(' | ')
}

/** What follows an option that takes a value is one of its choices, or a file. */
function valueCases({ path, options }: CommandShape): readonly string[] {
  return options
    .filter(({ takesValue }) => takesValue)
    .map(({ name, choices }) =>
      choices.length === 0
        ? `    '${path} ${name}') return ;;`
        : `    '${path} ${name}') COMPREPLY=($(compgen -W '${choices.join(' ')}' -- "$word")); return ;;`,
    )
}

function wordCase({ path, options, commands, choices }: CommandShape): string {
  const words = [
    ...commands.map(({ name }) => name),
    ...choices,
    ...options.map(({ name }) => name),
  ]
  return `    '${path}') COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$word")) ;;`
}
