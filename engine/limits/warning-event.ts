import { hostname } from 'node:os'
import type { Line, LogEvent } from '../event.ts'
import { expiryAfter } from '../item/retention.ts'
import { TimestampSequence } from '../item/timestamp.ts'
import type { Level } from '../level.ts'
import { storyText } from '../story-text.ts'
import { bytesText, rateText, roughCount } from '../table/standing/amount-text.ts'
import type { NearLimit } from '../table/standing/near-limits.ts'
import { nearText } from '../table/standing/near-text.ts'
import { newTrace } from '../trace/trace-context.ts'

/** The prefix of what stacktale says of itself. */
const PREFIX = 'stacktale'

export interface Warning {
  readonly near: NearLimit
  /** When it is said, and since when it has been so as far as this process knows, in milliseconds since the epoch. */
  readonly time: number
  readonly since: number
  readonly table: string
  readonly items: number
  readonly storedBytes: number
  /** What this process adds, in bytes a day and in write units a second over its busiest hour. */
  readonly bytesADay: number
  readonly peakUnits: number
  /** Days after which the event expires; null for never. */
  readonly retentionDays: number | null
}

/** The story that warns of a limit: which one, how far, since when, and what to do. */
export function warningEvent(warning: Warning): LogEvent {
  const { near, time, retentionDays } = warning
  const lines = linesOf(warning)
  const object = `${PREFIX}_${near.limit}`
  return {
    object,
    prefix: PREFIX,
    id: near.limit,
    timestamp: new TimestampSequence(() => time).next(),
    level: 'warn',
    title: lines[0]?.text ?? '',
    duration: 0,
    trace: newTrace().trace,
    host: hostname(),
    lines,
    text: storyText(lines),
    ...(retentionDays !== null && {
      expires: expiryAfter(time, retentionDays),
    }),
  }
}

function linesOf(warning: Warning): readonly Line[] {
  const { near, since, table, items, storedBytes, bytesADay, peakUnits } = warning
  const { says, mend } = nearText(near)
  return [
    { ...line(says, 0, 'warn'), data: { ...near, since: new Date(since).toISOString() } },
    line(
      `The table ${table} holds ${bytesText(storedBytes)} in ${roughCount(items, 'item')} with their entries in the index, as AWS counted it in the last hours.`,
    ),
    line(
      `This process took ${rateText(peakUnits)} write units a second in its busiest hour${bytesADay > 0 ? `, and adds ${bytesText(bytesADay)} a day` : ''}. Others that write to the table are not counted in.`,
    ),
    line(`It has been so since ${new Date(since).toISOString()}, as far as this process knows.`),
    line(mend),
    line('stacktale cost, and the page /cost of the viewer, say more.'),
  ]
}

function line(text: string, depth: number = 1, level: Level = 'info'): Line {
  return { text, depth, elapsed: 0, level }
}
