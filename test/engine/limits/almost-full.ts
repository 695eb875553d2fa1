import { EventEmitter, once } from 'node:events'
import type { Destination } from '../../../engine/delivery/destination.ts'
import { tableLoad } from '../../../engine/delivery/table-carrier.ts'
import { TableDelivery } from '../../../engine/delivery/table-delivery.ts'
import type { StacktaleError } from '../../../engine/errors/stacktale-error.ts'
import { writtenEvent } from '../../../engine/item/written-event.ts'
import { awsRequest } from '../../../scripts/aws-stand-in/aws-request.ts'
import { Backend } from '../../../scripts/aws-stand-in/backend.ts'
import { Listener } from '../../../scripts/aws-stand-in/listener.ts'
import type { Reply } from '../../../scripts/aws-stand-in/reply.ts'
import { sendOutcome } from '../../../scripts/aws-stand-in/send-outcome.ts'
import { objectAt, parseObject } from '../../../scripts/aws-stand-in/wire.ts'
import { eventOf } from '../../scripts/cli/stories.ts'
import type { TestTable } from '../table/table-for-test.ts'

function fuller({ status, body }: Reply): Reply {
  const described = parseObject(body)
  const Table = { ...objectAt(described, 'Table'), ItemCount: 1, TableSizeBytes: 21e9 }
  return { status, body: JSON.stringify({ ...described, Table }) }
}

/** Runs with a DynamoDB before the table that reports it as almost full. */
export async function almostFull(
  { endpoint }: TestTable,
  use: (endpoint: string) => Promise<void>,
): Promise<void> {
  const backend = new Backend(endpoint)
  const listener = new Listener((incoming, body, response) => {
    const { operation, input, headers } = awsRequest(incoming.headers, body)
    void backend
      .send(operation, input, headers)
      .then((reply) =>
        sendOutcome(incoming, response, operation === 'DescribeTable' ? fuller(reply) : reply),
      )
  })
  await listener.open()
  try {
    await use(`http://127.0.0.1:${listener.port}`)
  } finally {
    await listener.close()
    backend.close()
  }
}

export const SETTINGS = {
  journal: false,
  journalBytes: 1e6,
  journalDays: 1,
  queueBytes: 1e6,
  counters: true,
  limitWarnings: true,
} as const

/** Events that are stored, one after the other, so that what the first leads to is asked before the last is stored. */
export const LATER = 4

/** Stores an event, then others a minute later. @returns what was reported, when as many events are stored */
export async function storeOverAMinute(
  destination: Destination,
  stored: number,
): Promise<readonly StacktaleError[]> {
  let now = 0
  const reports: StacktaleError[] = []
  const changes = new EventEmitter()
  const delivery = new TableDelivery({
    destination,
    report: (error) => reports.push(error),
    onChange: () => changes.emit('change'),
    now: () => now,
  })
  delivery.accept(tableLoad(writtenEvent(eventOf())))
  await delivery.flush(30_000)
  now = 60_000
  for (let later = 0; later < LATER; later += 1) {
    delivery.accept(tableLoad(writtenEvent(eventOf())))
    await delivery.flush(30_000)
  }
  while (delivery.ledger.stored < stored) await once(changes, 'change')
  await delivery.flush(30_000)
  return reports
}
