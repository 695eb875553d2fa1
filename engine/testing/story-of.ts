import type { Line, LogEvent } from '../event.ts'
import { storyText } from '../story-text.ts'
import { normalRows } from './normal-rows.ts'

/** What a test may ask about: an event, or some lines of one. */
export type Story = LogEvent | readonly Pick<Line, 'text' | 'depth'>[]

/**
 * A story as a test compares it: two spaces of indent for each depth, none at the ends of rows. Of
 * some lines, the shallowest is not indented.
 *
 * @example
 * ```ts
 * assert.match(storyOf(sink.only()), /^Starting workout generation/)
 * ```
 */
export function storyOf(story: Story): string {
  const lines = 'lines' in story ? story.lines : story
  return normalRows(storyText(lines)).join('\n')
}
