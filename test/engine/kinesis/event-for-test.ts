import type { LogEvent } from 'stacktale'
import { configure, GenericLogger } from 'stacktale'
import { memorySink } from 'stacktale/testing'

/** Events that were committed, each about another object and with the texts as its lines. */
export async function eventsOf(
  ...stories: readonly (readonly string[])[]
): Promise<readonly LogEvent[]> {
  const sink = memorySink()
  configure({ sink })
  for (const [id, texts] of stories.entries()) {
    const log = new GenericLogger({ id }, 'made')
    for (const text of texts) log.info(text)
    await log.commit()
  }
  configure({ sink: undefined })
  return sink.events
}

/** One event. */
export async function eventOf(...texts: readonly string[]): Promise<LogEvent> {
  const [event] = await eventsOf(texts)
  if (event === undefined) throw new Error('nothing was logged')
  return event
}
