import { Logger } from 'tslog'
import type { Side } from '../side.ts'
import { TEXTS } from '../texts.ts'

/** A line each of the texts, with its source position, handed to a transport that throws it away. */
export function tslogLines(): Side {
  let lines = 0
  const log = new Logger({
    type: 'hidden',
    attachedTransports: [
      ({ _meta }) => {
        if (_meta?.path?.fileLine !== undefined) lines += 1
      },
    ],
  })
  return {
    burst: () => {
      lines = 0
      for (const text of TEXTS) log.info(text)
    },
    arrived: () => lines,
  }
}
