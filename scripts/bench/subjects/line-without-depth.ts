import type { Group } from '../comparison.ts'
import { evlogLines } from '../peers/evlog-lines.ts'
import { ourLines, ourLinesWithData } from '../peers/our-lines.ts'
import { pinoLines, pinoLinesWithData } from '../peers/pino-lines.ts'
import { winstonLines } from '../peers/winston-lines.ts'

const settings = { depth: false } as const

export const LINE_WITHOUT_DEPTH: Group = {
  title: 'A line without depth',
  work: `Each side is given the same 100 texts of 40 characters, one call a line, and both stamp each line
with the time. stacktale and evlog keep the line in an open event, which is put away after the 100, in time
that is not measured; pino and winston serialise it as JSON and write it to a destination that throws it away.
That is what each does at the call; what stacktale and evlog leave for later is in the rows of whole events.`,
  comparisons: [
    {
      what: 'addMessage(text)',
      against: 'pino, to a null destination',
      sides: () => ({ ours: ourLines(), theirs: pinoLines() }),
      settings,
      bar: 1,
    },
    {
      what: 'addMessage(text)',
      against: 'evlog, to an open event',
      sides: () => ({ ours: ourLines(), theirs: evlogLines() }),
      settings,
      bar: 1,
    },
    {
      what: 'addMessage(text)',
      against: 'winston, to a null stream',
      sides: () => ({ ours: ourLines(), theirs: winstonLines() }),
      settings,
      bar: 1,
    },
    {
      what: 'addMessage(text, data)',
      against: 'pino with data',
      sides: () => ({ ours: ourLinesWithData(), theirs: pinoLinesWithData() }),
      settings,
    },
  ],
}
