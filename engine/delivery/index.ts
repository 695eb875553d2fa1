import { configuration } from '../configuration.ts'
import type { LogEvent } from '../event.ts'
import { reportFailure } from '../failure-report.ts'
import { DynamoDbSink } from '../sinks/dynamodb-sink.ts'
import type { Receipt, Sink } from '../sinks/sink.ts'
import { tableName } from '../table/client.ts'
import { Delivery } from './delivery.ts'
import type { Ledger } from './ledger.ts'

const DEFAULT_TIMEOUT_MS = 10_000

const delivery = new Delivery(reportFailure)
let tableSink: { readonly place: readonly unknown[]; readonly sink: Sink } | undefined

/** Hands an event over to be stored where the options in force say. */
export function deliver(event: LogEvent): Promise<Receipt> {
  return delivery.accept(event, configuration().sink ?? sinkOfTable())
}

function sinkOfTable(): Sink {
  const { region, endpoint, client } = configuration()
  const table = tableName(configuration())
  const place = [table, region, endpoint, client]
  if (tableSink === undefined || place.some((part, index) => part !== tableSink?.place[index])) {
    tableSink = { place, sink: new DynamoDbSink({ table, region, endpoint, client }) }
  }
  return tableSink.sink
}

/**
 * Waits until what was committed is stored. Call it before a process ends, or a Lambda answers.
 *
 * @param options `timeoutMs`: how long to wait at most; default 10,000
 * @returns the ledger: `inFlight` is 0 when everything is stored. It never rejects.
 * @example
 * ```ts
 * process.once('SIGTERM', async () => {
 *   await flush()
 *   process.exit(0)
 * })
 * ```
 */
export async function flush({
  timeoutMs = DEFAULT_TIMEOUT_MS,
}: { readonly timeoutMs?: number } = {}): Promise<Ledger> {
  return await delivery.flush(timeoutMs)
}

/** Where every event is that was committed so far. */
export function ledger(): Ledger {
  return delivery.ledger
}
