import { shellWord } from './shell-word.ts'

const PLACE = ['table', 'region', 'endpoint'] as const

/** The engine's words for a missing table, with this command line in place of a program. */
export function tableMissing(args: readonly string[], message: string): string {
  const [reason = message] = message.split(' Create it: ', 1)
  const place = PLACE.flatMap((name) => {
    const value = valueOf(args, `--${name}`)
    return value === undefined ? [] : [` --${name} ${shellWord(value)}`]
  })
  return `${reason} Create it: stacktale table create${place.join('')}`
}

function valueOf(args: readonly string[], option: string): string | undefined {
  for (const [index, arg] of args.entries()) {
    if (arg === option) return args[index + 1]
    if (arg.startsWith(`${option}=`)) return arg.slice(option.length + 1)
  }
  return undefined
}
