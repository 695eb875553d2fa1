/** What tells who called an event. */
export interface Called {
  readonly span?: string | undefined
  readonly parent?: string | undefined
}

/** An event below the one that called it. */
export interface Call<Event> {
  readonly event: Event
  /** How many calls lie between it and one that nobody here called. */
  readonly depth: number
  /** Who called it, where that is among the events. */
  readonly caller: Event | undefined
}

/**
 * Every event once, each below the one whose span its parent names. Those whose caller is not here
 * stand in the order they were given in, and so do those that the same one called. Where callers
 * go round in a circle, the first of them given stands for the outermost.
 */
export function callTree<Event extends Called>(events: readonly Event[]): readonly Call<Event>[] {
  const bySpan = new Map<string, Event>()
  for (const event of events) {
    if (event.span !== undefined && !bySpan.has(event.span)) bySpan.set(event.span, event)
  }
  const callerOf = ({ parent }: Event): Event | undefined =>
    parent === undefined ? undefined : bySpan.get(parent)
  const called = new Map<Event | undefined, Event[]>()
  for (const event of events) {
    const caller = callerOf(event)
    called.set(caller, [...(called.get(caller) ?? []), event])
  }
  const placed = new Set<Event>()
  const calls: Call<Event>[] = []
  const place = (outermost: Event): void => {
    const waiting: Call<Event>[] = [{ event: outermost, depth: 0, caller: undefined }]
    for (let call = waiting.pop(); call !== undefined; call = waiting.pop()) {
      const { event, depth } = call
      if (placed.has(event)) continue
      placed.add(event)
      calls.push(call)
      const next = (called.get(event) ?? []).map((each) => ({
        event: each,
        depth: depth + 1,
        caller: event,
      }))
      waiting.push(...next.toReversed())
    }
  }
  for (const event of called.get(undefined) ?? []) place(event)
  for (const event of events) {
    if (placed.has(event)) continue
    const circle = circleAbove(event, callerOf)
    place(events.find((each) => circle.has(each)) ?? event)
  }
  return calls
}

/** The events that call each other in a circle, above one whose callers have no beginning. */
function circleAbove<Event>(
  event: Event,
  callerOf: (event: Event) => Event | undefined,
): ReadonlySet<Event> {
  const seen = new Set<Event>()
  let at: Event | undefined = event
  while (at !== undefined && !seen.has(at)) {
    seen.add(at)
    at = callerOf(at)
  }
  const callers = [...seen]
  return new Set(callers.slice(callers.findIndex((each) => each === at)))
}
