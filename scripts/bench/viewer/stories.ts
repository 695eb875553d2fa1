import type { Line, LogEvent } from '../../../engine/event.ts'
import { storyText } from '../../../engine/story-text.ts'

export const PREFIXES = ['billing', 'order', 'request', 'user', 'workout'] as const
/** The newest event is committed now: milliseconds since the epoch. */
export const LAST_MS: number = Date.UTC(2026, 10, 21, 12)
export const SPACING_MS = 25_000

/** So many events in a row hold all the events of their objects: 50 of each. */
export const ERA = 10_000
const OBJECTS_A_PREFIX = 40
const FIRST_ID = 10_000

/** When the event was committed that stands so far from the end. */
export function eventMs(index: number): number {
  return LAST_MS - index * SPACING_MS
}

/** The event that stands so far from the end: a twentieth has a warning, a two-hundredth an error. */
export function smallEvent(index: number): LogEvent {
  const prefix = PREFIXES[index % PREFIXES.length] ?? 'user'
  const turn = Math.floor(index / PREFIXES.length)
  const mixed = turn * 7 + Math.floor(turn / OBJECTS_A_PREFIX)
  const level = mixed % 200 === 0 ? 'error' : mixed % 20 === 0 ? 'warn' : 'info'
  const firstOfEra = FIRST_ID + Math.floor(index / ERA) * OBJECTS_A_PREFIX
  const id = String(firstOfEra + (turn % OBJECTS_A_PREFIX))
  const lines: Line[] = [
    { text: `Looking after ${prefix} ${id}`, depth: 0, elapsed: 0, level: 'info' },
    { text: 'Reading what is known of it', depth: 1, elapsed: 1.5, level: 'info' },
    { text: 'Checking it against the rules', depth: 1, elapsed: 4.2, level: 'info' },
    { text: 'Rule 7 says something about this', depth: 2, elapsed: 4.9, level },
    { text: 'Writing what has changed', depth: 1, elapsed: 6, level: 'info' },
    { text: 'Done', depth: 0, elapsed: 12.4, level: 'info' },
  ]
  return eventOf(prefix, id, eventMs(index), lines)
}

/** A story of so many lines, on up to nine levels, with data, warnings and an error. */
export function longEvent(lineCount: number, number: number): LogEvent {
  const lines = Array.from({ length: lineCount }, (_, index): Line => {
    const depth = index === 0 ? 0 : 1 + ((index * 7) % 40 < 8 ? (index * 7) % 8 : index % 4)
    const base = { depth, elapsed: Math.round(index * 23.7) / 10, level: 'info' } as const
    if (index % 97 === 96) {
      return { ...base, level: 'warn', text: `Exercise ${index} loads the lower back too much` }
    }
    if (index === lineCount - 3) {
      const error = {
        name: 'WorkoutNotSavedError',
        message: 'Workout 8812 was not stored',
        stack:
          'at saveWorkout (/app/workout/save-workout.ts:58:11)\nat async handler (/app/http/workouts.ts:19:20)',
      }
      return { ...base, level: 'error', text: 'The workout could not be saved', error }
    }
    const text = `Choosing exercise ${index} of the component for the upper back`
    if (index % 5 === 0) return { ...base, text, data: { id: index, sets: 3, reps: 12 } }
    return { ...base, text }
  })
  return eventOf('workout', `long${lineCount}`, eventMs(number) - 500, lines)
}

function eventOf(prefix: string, id: string, ms: number, lines: readonly Line[]): LogEvent {
  const levels = lines.map(({ level }) => level)
  return {
    object: `${prefix}_${id}`,
    prefix,
    id,
    timestamp: `${ms}.0000001234567890123456789`,
    level: levels.find((l) => l === 'error') ?? levels.find((l) => l === 'warn') ?? 'info',
    title: lines[0]?.text ?? '',
    duration: lines.at(-1)?.elapsed ?? 0,
    service: `${prefix}s`,
    host: 'ip-10-0-4-12',
    trace: '4bf92f3577b34da6a3ce929d0e0e4736',
    lines,
    text: storyText(lines),
  }
}
