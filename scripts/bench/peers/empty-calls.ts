import type { Side } from '../side.ts'
import { TEXTS } from '../texts.ts'

class EmptyLogger {
  debug(_text: string, _data?: unknown): void {}
}

/** Calls of a method that does nothing. */
export function emptyCalls(): Side {
  const log = new EmptyLogger()
  return {
    burst: () => {
      for (const text of TEXTS) log.debug(text)
    },
    arrived: () => 0,
  }
}
