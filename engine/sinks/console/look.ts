import type { Glyphs } from './glyphs.ts'
import type { Paint } from './styles.ts'

/** A folder as stacks name it, with the slash at its end. */
export interface Folder {
  readonly path: string
  readonly href: string
}

/** How events are shown. */
export interface Look {
  readonly glyphs: Glyphs
  readonly paint: Paint
  /** How wide the terminal is; undefined where rows may be of any length. */
  readonly columns: number | undefined
  /** Where the application runs: what lies in it is named from there. */
  readonly folder: Folder
}
