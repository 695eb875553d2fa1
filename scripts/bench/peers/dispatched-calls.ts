import { GenericLogger } from 'stacktale'
import type { Side } from '../side.ts'
import { TEXTS } from '../texts.ts'

interface Debugging {
  debug(text: string, data?: unknown): void
}

/** More classes than V8 remembers at the place of a call: there it has to look the method up. */
const CLASSES = 8

class EmptyLogger {
  debug(_text: string, _data?: unknown): void {}
}

/** Calls of a method that does nothing, of objects of several classes. */
export function dispatchedEmptyCalls(): Side {
  const logs = ofSeveralClasses(() => new (class extends EmptyLogger {})())
  return { burst: () => callEach(logs), arrived: () => 0 }
}

/** Lines below the threshold, to several domains' loggers, called from the same place. */
export function dispatchedUnwantedLines(): Side {
  const logs = ofSeveralClasses(() => new (class extends GenericLogger {})({ id: 42 }, 'bench'))
  return {
    burst: () => callEach(logs),
    arrived: async () => {
      const receipts = await Promise.all(logs.map((log) => log.commit()))
      return receipts.filter((receipt) => receipt !== undefined).length
    },
  }
}

function callEach(logs: readonly Debugging[]): void {
  for (const [index, text] of TEXTS.entries()) logs[index % CLASSES]?.debug(text)
}

function ofSeveralClasses<Logger>(make: () => Logger): readonly Logger[] {
  return Array.from({ length: CLASSES }, make)
}
