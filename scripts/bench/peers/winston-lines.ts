import { Writable } from 'node:stream'
import winston from 'winston'
import type { Side } from '../side.ts'
import { TEXTS } from '../texts.ts'

/** A line each of the texts, serialised as JSON and written to a stream that throws it away. */
export function winstonLines(): Side {
  let lines = 0
  const stream = new Writable({
    decodeStrings: false,
    write: (_chunk, _encoding, done) => {
      lines += 1
      done()
    },
  })
  const log = winston.createLogger({ transports: [new winston.transports.Stream({ stream })] })
  return {
    burst: () => {
      lines = 0
      for (const text of TEXTS) log.info(text)
    },
    arrived: () => lines,
    close: () => {
      log.close()
    },
  }
}
