import type { Caller } from '../../depth/call-sites.ts'
import { ownFrame } from '../../depth/function-place.ts'
import type { Level } from '../../level.ts'
import type { Target } from '../lines/line-destination.ts'
import { targetOf } from '../lines/line-destination.ts'
import { levelName, winstonLevel } from './winston-level.ts'

/** As far as it says which lines it takes. */
interface Receiver {
  readonly level?: string
  readonly silent?: boolean
  on(event: 'pipe', listener: (source: object) => void): unknown
}

export interface TrackedWrites {
  /** Where a line goes that winston hands over now. */
  targetOf(info: object, level: Level, from: Caller): Target
}

/**
 * Looks where lines belong when they are logged: a winston logger is a stream, and while another of
 * its transports is busy, it hands lines over later, in somebody else's event or in none.
 */
export function trackWrites(receiver: Receiver): TrackedWrites {
  const targets = new WeakMap<object, Target>()
  const tracked = new WeakSet<object>()
  let writing = 0
  let isTracking = false

  receiver.on('pipe', (logger) => {
    const write: unknown = Reflect.get(logger, 'write')
    if (typeof write !== 'function' || tracked.has(logger)) return
    tracked.add(logger)
    isTracking = true
    function trackedWrite(this: unknown, info: unknown, ...others: unknown[]): unknown {
      ownFrame('trackedWrite')
      if (typeof info === 'object' && info !== null && isTaken(info, logger, receiver)) {
        targets.set(info, targetOf(winstonLevel(info), trackedWrite))
      }
      writing += 1
      try {
        return Reflect.apply(Object(write), this, [info, ...others])
      } finally {
        writing -= 1
      }
    }
    Object.defineProperty(logger, 'write', {
      value: trackedWrite,
      configurable: true,
      writable: true,
    })
  })

  return {
    targetOf: (info, level, from) => {
      const known = targets.get(info)
      if (known !== undefined) return known
      // A format made another object of it.
      return writing > 0 || !isTracking ? targetOf(level, from) : 'outside'
    },
  }
}

/** Whether winston will hand a line over: what is not, need not be looked at. */
function isTaken(info: object, logger: object, { level, silent }: Receiver): boolean {
  if (silent === true || Reflect.get(logger, 'silent') === true) return false
  const levels: object = Object(Reflect.get(logger, 'levels'))
  const lowest: unknown = Reflect.get(levels, level ?? String(Reflect.get(logger, 'level')))
  const own: unknown = Reflect.get(levels, levelName(info))
  return typeof lowest !== 'number' || typeof own !== 'number' || own <= lowest
}
