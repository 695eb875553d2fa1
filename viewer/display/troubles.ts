import type { Line } from '../../engine/event.ts'
import type { Level } from '../../engine/level.ts'
import { isAtLeast } from '../../engine/level.ts'
import { count } from './count.ts'
import { firstRow } from './first-row.ts'

/** The warnings and errors of a story, to jump to. */
export interface Troubles {
  /** `1 error, 3 warnings` */
  readonly summary: string
  /** What there is to go to next: `error or warning` */
  readonly kinds: string
  readonly first: readonly Trouble[]
  /** How many more there are; empty where all are listed. */
  readonly others: string
}

export interface Trouble {
  readonly number: number
  readonly level: Level
  readonly text: string
}

const MOST = 6

/** @returns undefined for a story without any */
export function troublesOf(lines: readonly Line[]): Troubles | undefined {
  const all = lines.flatMap(({ level, text }, index) =>
    isAtLeast(level, 'warn') ? [{ number: index + 1, level, text: firstRow(text) }] : [],
  )
  if (all.length === 0) return undefined
  const errors = all.filter(({ level }) => level === 'error')
  const warnings = all.length - errors.length
  const chosen = new Set([...errors, ...all].slice(0, MOST))
  return {
    summary: [
      ...(errors.length > 0 ? [count(errors.length, 'error')] : []),
      ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ].join(', '),
    kinds: [...(errors.length > 0 ? ['error'] : []), ...(warnings > 0 ? ['warning'] : [])].join(
      ' or ',
    ),
    first: all.filter((trouble) => chosen.has(trouble)),
    others: all.length > MOST ? `and ${all.length - MOST} more` : '',
  }
}
