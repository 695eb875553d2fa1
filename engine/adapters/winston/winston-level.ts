import type { Level } from '../../level.ts'
import { levelNamed } from '../lines/level-named.ts'

/** Where winston keeps the level's name when a format has coloured the other. */
const LEVEL = Symbol.for('level')

/** What winston calls the level of a line. */
export function levelName(info: object): string {
  const name: unknown = Reflect.get(info, LEVEL) ?? Reflect.get(info, 'level')
  return String(name)
}

export function winstonLevel(info: object): Level {
  return levelNamed(levelName(info)) ?? 'info'
}
