import type { Comparison, Group } from '../comparison.ts'
import type { EngineSettings } from '../engine-settings.ts'
import { encodingSink } from '../encoding-sink.ts'
import { evlogEvent } from '../peers/evlog-event.ts'
import { ourEvent } from '../peers/our-event.ts'
import { pinoEvent } from '../peers/pino-event.ts'
import type { Side } from '../side.ts'
import { EVENT_TEXTS } from '../texts.ts'

const LINES = EVENT_TEXTS.length

function eventAgainst(
  what: string,
  settings: EngineSettings,
  against: string,
  theirs: () => Side,
): Comparison {
  return {
    what,
    against,
    sides: () => ({ ours: ourEvent(), theirs: theirs() }),
    perBurst: 1,
    lines: LINES,
    settings,
  }
}

const PLAIN = { depth: false } as const
const ENCODED = { sink: encodingSink } as const

export const WHOLE_EVENT: Group = {
  title: `A whole event of ${LINES} lines`,
  work: `stacktale: a logger is made, ${LINES} lines are logged at 20 frames, the event is committed, and its
story is told to a null sink; "encoded" adds what a table's sink does before it sends: the item and its
compressed body. pino: the same ${LINES} lines are written to the null device, each before the call returns
(sync) or when its buffer is full (async); with the caller, each finds its position in the text of the stack, as
pino-caller does. evlog: the same lines in a wide event, emitted to a drain that throws it away.`,
  comparisons: [
    eventAgainst('with depth', {}, 'pino, sync', () => pinoEvent({ sync: true, caller: false })),
    eventAgainst('with depth', {}, 'pino, async', () => pinoEvent({ sync: false, caller: false })),
    eventAgainst('with depth', {}, 'pino with caller, sync', () =>
      pinoEvent({ sync: true, caller: true }),
    ),
    eventAgainst('with depth', {}, 'pino with caller, async', () =>
      pinoEvent({ sync: false, caller: true }),
    ),
    eventAgainst('with depth, encoded', ENCODED, 'pino with caller, sync', () =>
      pinoEvent({ sync: true, caller: true }),
    ),
    eventAgainst('without depth', PLAIN, 'pino, sync', () =>
      pinoEvent({ sync: true, caller: false }),
    ),
    eventAgainst('without depth', PLAIN, 'pino, async', () =>
      pinoEvent({ sync: false, caller: false }),
    ),
    eventAgainst('without depth', PLAIN, 'evlog', evlogEvent),
    eventAgainst('without depth, encoded', { ...PLAIN, ...ENCODED }, 'pino, sync', () =>
      pinoEvent({ sync: true, caller: false }),
    ),
  ],
}
