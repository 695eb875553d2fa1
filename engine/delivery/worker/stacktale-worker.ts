// The thread that stores events, so that the application's only hands them over.
import { workerData } from 'node:worker_threads'
import type { EventSummary } from '../../event.ts'
import type { Destination } from '../destination.ts'
import { nameOfDestination } from '../destination.ts'
import { sumOf } from '../ledger.ts'
import type { Load } from '../load.ts'
import type { Listener } from '../shipment.ts'
import type { Items } from '../table-carrier.ts'
import { tableLoad } from '../table-carrier.ts'
import { TableDelivery } from '../table-delivery.ts'
import type { FromWorker, HandedEvent, ToWorker, WorkerData } from './messages.ts'
import { failureOf } from './messages.ts'
import { Outcomes } from './outcomes.ts'

const { port, signal }: WorkerData = workerData
const deliveries = new Map<string, TableDelivery>()
const outcomes = new Outcomes(
  () => ({
    ledger: sumOf([...deliveries.values()].map(({ ledger }) => ledger)),
    isCounted: [...deliveries.values()].every(({ isCounted }) => isCounted),
  }),
  say,
)

port.on('message', (message: ToWorker) => void receive(message))
say({ type: 'ready' })

async function receive(message: ToWorker): Promise<void> {
  switch (message.type) {
    case 'accept':
      accept(message.destination, message.events)
      return
    case 'loads':
      acceptLoads(message.destination, message.loads)
      return
    case 'counts':
      await deliveryTo(message.destination).takeCounts(message.notes)
      return
    case 'flush':
      await flushAll(message.timeoutMs, message.until)
      outcomes.say()
      say({ type: 'flushed', number: message.number })
      return
    default:
      await end(message.timeoutMs)
  }
}

function accept(destination: Destination, events: readonly HandedEvent[]): void {
  const delivery = deliveryTo(destination)
  for (const [number, json, text, columns] of events) {
    const header: EventSummary = JSON.parse(json)
    delivery.accept(tableLoad({ header, story: { text, columns } }), listenerOf(number))
  }
  outcomes.take(events.length)
}

function acceptLoads(destination: Destination, loads: readonly Load<Items>[]): void {
  const delivery = deliveryTo(destination)
  for (const load of loads) delivery.accept(load)
  outcomes.take(loads.length)
}

function listenerOf(number: number): Listener {
  return {
    stored: ({ bytes, writeUnits }) => outcomes.stored(number, bytes, writeUnits),
    failed: (error) => outcomes.failed(number, failureOf(error)),
  }
}

function deliveryTo(destination: Destination): TableDelivery {
  const name = nameOfDestination(destination)
  const known = deliveries.get(name)
  if (known !== undefined) return known
  const delivery = new TableDelivery({
    destination,
    report: (error) => say({ type: 'report', failure: failureOf(error) }),
    onChange: () => outcomes.sayLater(),
  })
  deliveries.set(name, delivery)
  return delivery
}

async function flushAll(timeoutMs: number, until: 'stored' | 'journaled'): Promise<void> {
  await Promise.all([...deliveries.values()].map((delivery) => delivery.flush(timeoutMs, until)))
}

/** The application's thread stands still meanwhile, and waits for the signal. */
async function end(timeoutMs: number): Promise<void> {
  await Promise.all([...deliveries.values()].map((delivery) => delivery.end(timeoutMs)))
  outcomes.say()
  Atomics.store(signal, 0, 1)
  Atomics.notify(signal, 0)
}

function say(message: FromWorker): void {
  port.postMessage(message)
}
