import type { Level } from '../../level.ts'

/** The signs that the console draws with. */
export interface Glyphs {
  /** A shape for each level, so that colour is never needed to tell them apart. */
  readonly marks: Readonly<Record<Level, string>>
  /** Before a line that others follow beside. */
  readonly branch: string
  /** Before the last line of its block. */
  readonly lastBranch: string
  /** Past the lines between two branches. */
  readonly trunk: string
  /** Between the facts of a heading. */
  readonly separator: string
  readonly ellipsis: string
}

export const UNICODE: Glyphs = {
  marks: { debug: '○', info: '●', warn: '▲', error: '◆' },
  branch: '├ ',
  lastBranch: '└ ',
  trunk: '│ ',
  separator: ' · ',
  ellipsis: '…',
}

export const ASCII: Glyphs = {
  marks: { debug: '-', info: '*', warn: '!', error: 'x' },
  branch: '| ',
  lastBranch: '| ',
  trunk: '| ',
  separator: ', ',
  ellipsis: '...',
}
