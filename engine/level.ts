/** The levels a line can have, lowest first. */
export const LEVELS = ['debug', 'info', 'warn', 'error'] as const

export type Level = (typeof LEVELS)[number]

export function isLevel(value: unknown): value is Level {
  return LEVELS.some((level) => level === value)
}

/** The given level and every level above it. */
export function levelsFrom(floor: Level): readonly Level[] {
  return LEVELS.slice(LEVELS.indexOf(floor))
}

export function isAtLeast(level: Level, floor: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(floor)
}

export function higherLevel(a: Level, b: Level): Level {
  return isAtLeast(a, b) ? a : b
}
