import { GenericLogger } from 'stacktale'
import type { Side } from '../side.ts'
import { DATA, TEXTS } from '../texts.ts'

const SUBJECT = { id: 42 }

/** A line each of the texts, to an event that is committed before the next burst, in no time measured. */
export function ourLines(): Side {
  const log = new GenericLogger(SUBJECT, 'bench')
  return {
    burst: () => {
      for (const text of TEXTS) log.addMessage(text)
    },
    arrived: async () => (await log.commit())?.lines ?? 0,
    settle: () => log.commit(),
  }
}

export function ourLinesWithData(): Side {
  const log = new GenericLogger(SUBJECT, 'bench')
  return {
    burst: () => {
      for (const [index, text] of TEXTS.entries()) log.addMessage(text, DATA[index])
    },
    arrived: async () => (await log.commit())?.lines ?? 0,
    settle: () => log.commit(),
  }
}

/** Lines below the threshold: the comparison sets it to warn. */
export function ourUnwantedLines(): Side {
  const log = new GenericLogger(SUBJECT, 'bench')
  return {
    burst: () => {
      for (const text of TEXTS) log.debug(text)
    },
    arrived: async () => (await log.commit())?.lines ?? 0,
  }
}
