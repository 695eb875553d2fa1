/** The levels a line can have, lowest first. */
export const LEVELS = ['debug', 'info', 'warn', 'error'] as const

export type Level = (typeof LEVELS)[number]

const RANKS: Readonly<Record<Level, number>> = { debug: 0, info: 1, warn: 2, error: 3 }

/** A level's place in the order of levels. */
export function rankOf(level: Level): number {
  return RANKS[level]
}

export function isLevel(value: unknown): value is Level {
  return LEVELS.some((level) => level === value)
}

/** The given level and every level above it. */
export function levelsFrom(floor: Level): readonly Level[] {
  return LEVELS.slice(LEVELS.indexOf(floor))
}

export function isAtLeast(level: Level, floor: Level): boolean {
  return rankOf(level) >= rankOf(floor)
}

export function higherLevel(a: Level, b: Level): Level {
  return isAtLeast(a, b) ? a : b
}
