import type { Line } from '../../engine/event.ts'
import type { Level } from '../../engine/level.ts'
import { higherLevel } from '../../engine/level.ts'
import { storyText } from '../../engine/story-text.ts'
import type { SampleEvent } from './memory-reader.ts'
import { NOW } from './serve.ts'

/** A line that says no more than its text. */
export function lineOf(line: Partial<Line> & Pick<Line, 'text'>): Line {
  return { depth: 0, elapsed: 0, level: 'info', ...line }
}

/** An event of workout_42, a minute old, unless it says otherwise. */
export function eventOf(event: Partial<SampleEvent> = {}): SampleEvent {
  const { prefix = 'workout', id = '42', lines = [lineOf({ text: 'Starting' })] } = event
  return {
    object: `${prefix}_${id}`,
    prefix,
    id,
    timestamp: `${NOW - 60_000}.0000001234567890123456789`,
    level: lines.reduce<Level>((level, line) => higherLevel(level, line.level), 'debug'),
    title: lines[0]?.text ?? '',
    duration: lines.at(-1)?.elapsed ?? 0,
    lines,
    text: storyText(lines),
    ...event,
  }
}
