import { devNull } from 'node:os'
import { pino } from 'pino'
import type { LoggerOptions } from 'pino'
import type { Side } from '../side.ts'
import { EVENT_TEXTS } from '../texts.ts'
import { callerOf } from './caller-of.ts'

interface PinoOptions {
  /** Whether each line is written before the call returns. */
  readonly sync: boolean
  /** Whether each line says which function logged it, and where. */
  readonly caller: boolean
}

/** The lines of an event, each serialised and written to the null device. */
export function pinoEvent({ sync, caller }: PinoOptions): Side {
  let lines = 0
  const destination = pino.destination({ dest: devNull, sync })
  const options: LoggerOptions = caller ? { mixin: () => ({ caller: callerOf(new Error()) }) } : {}
  const log = pino(
    {
      ...options,
      hooks: {
        streamWrite: (line) => {
          lines += 1
          return line
        },
      },
    },
    destination,
  )
  return {
    burst: () => {
      lines = 0
      for (const text of EVENT_TEXTS) log.info(text)
    },
    arrived: () => lines,
    close: () => {
      destination.end()
    },
  }
}
