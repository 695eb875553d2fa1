import { createLogger, initLogger } from 'evlog'
import type { Side } from '../side.ts'
import { TEXTS } from '../texts.ts'

/** A line each of the texts, to a wide event that is dropped when the next burst opens its own. */
export function evlogLines(): Side {
  initLogger({ pretty: false, silent: true, drain: () => {} })
  let log = createLogger()
  return {
    burst: () => {
      log = createLogger()
      for (const text of TEXTS) log.info(text)
    },
    arrived: () => linesOf(log.getContext()),
  }
}

/** The lines of an evlog event. */
export function linesOf(event: object): number {
  const lines: unknown = Reflect.get(event, 'requestLogs')
  return Array.isArray(lines) ? lines.length : 0
}
