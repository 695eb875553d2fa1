import { StacktaleError } from '../errors/stacktale-error.ts'
import type { PoisonRecord } from './poison-record.ts'

/** What is told of a record that is set aside. @param goesTo where it can be found, as a sentence */
export function recordPoisoned(
  { stream, shard, sequenceNumber, reason }: PoisonRecord,
  goesTo: string,
): StacktaleError {
  const where = stream === undefined ? 'a stream' : `the stream "${stream}"`
  return new StacktaleError(
    'record-poisoned',
    `A record of ${where} was set aside, and the others go on (shard ${shard}, sequence number ${sequenceNumber}): ${reason.message} Expected is what a kinesisSink of this version or an earlier one puts there. ${goesTo}`,
    { cause: reason },
  )
}
