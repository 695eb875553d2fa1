import type { Level } from '../../level.ts'

/** What a piece of text is, which decides how it is coloured. */
export type Style = 'plain' | 'dim' | 'strong' | 'key' | Level

type Codes = readonly [start: string, end: string]

/** SGR parameters, of the eight colours that every theme of a terminal redefines to be readable. */
const CODES: Readonly<Record<Exclude<Style, 'plain' | 'info'>, Codes>> = {
  dim: ['2', '22'],
  debug: ['2', '22'],
  strong: ['1', '22'],
  key: ['1;36', '22;39'],
  warn: ['33', '39'],
  error: ['31', '39'],
}

/** Colours a text that has no line break. */
export type Paint = (text: string, style: Style) => string

export const paintNothing: Paint = (text) => text

export const paintColours: Paint = (text, style) => {
  if (style === 'plain' || style === 'info' || text === '') return text
  const [start, end] = CODES[style]
  return `\u001b[${start}m${text}\u001b[${end}m`
}
