import { shellWord } from '../../../engine/table/shell-word.ts'
import type { CommandShape, OptionShape } from './command-shape.ts'
import { withBelow } from './command-shape.ts'

/** A completion script for zsh: a file \`_stacktale\` in a folder of $fpath. */
export function zshScript(program: CommandShape): string {
  return `#compdef stacktale
# stacktale completion for zsh
${withBelow(program).map(functionOf).join('\n')}
if [ "$funcstack[1]" = "_stacktale" ]; then
  _stacktale "$@"
else
  compdef _stacktale stacktale
fi
`
}

function functionOf(shape: CommandShape): string {
  return shape.commands.length === 0 ? leafFunction(shape) : branchFunction(shape)
}

function leafFunction({ path, options, choices }: CommandShape): string {
  const values = choices.length === 0 ? "'*:file:_files'" : `'1:value:(${choices.join(' ')})'`
  return `${nameOf(path)}() {
  _arguments ${[...options.map(specOf), values].join(' ')}
}`
}

function branchFunction({ path, options, commands }: CommandShape): string {
  const described = commands.map(({ name, description }) =>
    shellWord(`${name}:${plain(description)}`),
  )
  const cases = commands.map(({ name, path: own }) => `      ${name}) ${nameOf(own)} ;;`)
  return `${nameOf(path)}() {
  local curcontext="$curcontext" state line
  _arguments -C ${[...options.map(specOf), "'1:command:->command'", "'*::rest:->rest'"].join(' ')}
  case "$state" in
    command) local -a commands=(${described.join(' ')}); _describe command commands ;;
    rest) case "$line[1]" in
${cases.join('\n')}
    esac ;;
  esac
}`
}

function nameOf(path: string): string {
  return path === '' ? '_stacktale' : `_stacktale_${path.replaceAll(' ', '_')}`
}

function specOf({ name, description, takesValue, choices }: OptionShape): string {
  const values = choices.length > 0 ? `(${choices.join(' ')})` : '_files'
  return shellWord(`${name}[${plain(description)}]${takesValue ? `:value:${values}` : ''}`)
}

/** Signs that mean something within a specification. */
function plain(text: string): string {
  return text.replaceAll(/[[\]:]/g, ' ').replaceAll(/ +/g, ' ')
}
