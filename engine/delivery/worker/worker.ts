// The thread that stores events, so that the application's only hands them over.
import { workerData } from 'node:worker_threads'
import type { LogEvent } from '../../event.ts'
import type { Destination } from '../destination.ts'
import { nameOfDestination } from '../destination.ts'
import { sumOf } from '../ledger.ts'
import type { Listener } from '../shipment.ts'
import { tableLoad } from '../table-carrier.ts'
import { TableDelivery } from '../table-delivery.ts'
import type { FromWorker, ToWorker, WorkerData } from './messages.ts'
import { failureOf, Signal } from './messages.ts'
import { Outcomes } from './outcomes.ts'

const { port, signal }: WorkerData = workerData
const deliveries = new Map<string, TableDelivery>()
const outcomes = new Outcomes(
  () => sumOf([...deliveries.values()].map(({ ledger }) => ledger)),
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
      for (const load of message.loads) deliveryTo(message.destination).accept(load)
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

function accept(
  destination: Destination,
  events: readonly (readonly [number: number, json: string])[],
): void {
  const delivery = deliveryTo(destination)
  for (const [number, json] of events) {
    const event: LogEvent = JSON.parse(json)
    delivery.accept(tableLoad(event), listenerOf(number))
  }
  outcomes.take(events.length)
}

function listenerOf(number: number): Listener {
  return {
    stored: (receipt) => outcomes.stored(number, receipt),
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
  await flushAll(timeoutMs, 'journaled')
  outcomes.say()
  const left = [...deliveries.values()].reduce((sum, { unsafe }) => sum + unsafe.length, 0)
  Atomics.store(signal, Signal.left, left)
  Atomics.store(signal, Signal.ended, 1)
  Atomics.notify(signal, Signal.ended)
}

function say(message: FromWorker): void {
  port.postMessage(message)
}
