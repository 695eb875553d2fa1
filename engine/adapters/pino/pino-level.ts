import type { Level } from '../../level.ts'
import { levelNamed } from '../lines/level-named.ts'
import type { PinoConfig } from './pino-config.ts'

const INFO = 30
const WARN = 40
const ERROR = 50

/**
 * The level of a pino line.
 *
 * @param written the level in the line: a number or, where a formatter writes it, a name
 * @param known the number that pino itself told, if any
 */
export function pinoLevel(written: unknown, known: unknown, config: PinoConfig): Level {
  const number = [known, written].find((level) => typeof level === 'number')
  const name: unknown = number === undefined ? written : Reflect.get(config.labels, String(number))
  const named = typeof name === 'string' ? levelNamed(name) : undefined
  if (named !== undefined) return named
  const rank: unknown = number ?? Reflect.get(config.values, String(written))
  return typeof rank === 'number' ? levelOfRank(rank) : 'info'
}

function levelOfRank(rank: number): Level {
  if (rank >= ERROR) return 'error'
  if (rank >= WARN) return 'warn'
  return rank >= INFO ? 'info' : 'debug'
}
