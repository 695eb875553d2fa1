import type { Level } from '../../level.ts'

const LEVELS: ReadonlyMap<string, Level> = new Map<string, Level>([
  ['trace', 'debug'],
  ['silly', 'debug'],
  ['debug', 'debug'],
  ['verbose', 'debug'],
  ['http', 'debug'],
  ['info', 'info'],
  ['notice', 'info'],
  ['warn', 'warn'],
  ['warning', 'warn'],
  ['error', 'error'],
  ['crit', 'error'],
  ['critical', 'error'],
  ['alert', 'error'],
  ['emerg', 'error'],
  ['fatal', 'error'],
])

/** The level that other loggers call by that name, in whatever case; undefined for a name of nobody's. */
export function levelNamed(name: string): Level | undefined {
  return LEVELS.get(name.toLowerCase())
}
