import { pino } from 'pino'
import type { DestinationStream } from 'pino'
import type { Side } from '../side.ts'
import { DATA, TEXTS } from '../texts.ts'

/** Throws lines away at once: the quickest destination that pino can have. */
class NullDestination implements DestinationStream {
  lines = 0

  write(_line: string): void {
    this.lines += 1
  }
}

/** A line each of the texts, serialised and written to a destination that throws it away. */
export function pinoLines(): Side {
  const destination = new NullDestination()
  const log = pino({}, destination)
  return {
    burst: () => {
      destination.lines = 0
      for (const text of TEXTS) log.info(text)
    },
    arrived: () => destination.lines,
  }
}

export function pinoLinesWithData(): Side {
  const destination = new NullDestination()
  const log = pino({}, destination)
  return {
    burst: () => {
      destination.lines = 0
      for (const [index, text] of TEXTS.entries()) log.info(DATA[index], text)
    },
    arrived: () => destination.lines,
  }
}
