import { GenericLogger } from 'stacktale'
import type { Receipt } from 'stacktale'
import type { Side } from '../side.ts'
import { EVENT_TEXTS } from '../texts.ts'

const SUBJECT = { id: 42 }

/** A whole event, from its logger to the receipt of its sink. */
export function ourEvent(): Side {
  let receipt: Promise<Receipt | undefined> = Promise.resolve(undefined)
  return {
    burst: () => {
      const log = new GenericLogger(SUBJECT, 'bench')
      for (const text of EVENT_TEXTS) log.addMessage(text)
      receipt = log.commit()
    },
    arrived: async () => (await receipt)?.lines ?? 0,
  }
}
