import { createLogger, initLogger } from 'evlog'
import type { Side } from '../side.ts'
import { EVENT_TEXTS } from '../texts.ts'
import { linesOf } from './evlog-lines.ts'

/** A whole wide event, from its logger to its drain, which throws it away. */
export function evlogEvent(): Side {
  let lines = 0
  initLogger({
    pretty: false,
    silent: true,
    drain: ({ event }) => {
      lines = linesOf(event)
    },
  })
  return {
    burst: () => {
      const log = createLogger()
      for (const text of EVENT_TEXTS) log.info(text)
      log.emit()
    },
    arrived: () => lines,
  }
}
