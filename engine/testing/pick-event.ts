import { AssertionError } from 'node:assert'
import type { LogEvent } from '../event.ts'

type Pick = (...args: never[]) => LogEvent

/** The event that is the only one. */
export function onlyOf(events: readonly LogEvent[], asked: Pick): LogEvent {
  const [event, ...others] = events
  if (event !== undefined && others.length === 0) return event
  throw notThere('one event', events, asked)
}

/** The event that was committed last. */
export function lastOf(events: readonly LogEvent[], asked: Pick): LogEvent {
  const event = events.at(-1)
  if (event !== undefined) return event
  throw notThere('an event', events, asked)
}

/** The first event about an object. */
export function firstAbout(object: string, events: readonly LogEvent[], asked: Pick): LogEvent {
  const event = events.find((candidate) => candidate.object === object)
  if (event !== undefined) return event
  throw notThere(`an event of ${object}`, events, asked)
}

/** @param asked the function that a test called: the stack begins with its caller */
function notThere(expected: string, events: readonly LogEvent[], asked: Pick): AssertionError {
  const there = events.map(({ object, title }) => `\n  ${object}  ${title}`)
  const count = events.length === 0 ? 'nothing was committed' : `committed were:${there.join('')}`
  return new AssertionError({ message: `Expected ${expected}; ${count}`, stackStartFn: asked })
}
