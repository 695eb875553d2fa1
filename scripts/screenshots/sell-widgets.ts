import { TableReader } from 'stacktale/table'
import type { EventSummary } from 'stacktale/table'
import { buy } from '../demo/widgets/buyers.ts'
import { Shop } from '../demo/widgets/shop.ts'
import { SeededRandom } from '../demo/workouts/seeded-random.ts'

const PURCHASES = 30
const SERVICES = 3

/**
 * Has the demo's shop sell widgets.
 *
 * @returns the trace of a purchase that all its services had to do with, and one of them had a warning
 */
export async function sellWidgets(): Promise<string> {
  const shop = await Shop.open({ seed: 1, buyEveryMs: 0 })
  const random = new SeededRandom(1)
  for (let count = 0; count < PURCHASES; count += 1) await buy(shop.purchasing, random)
  await shop.stop()
  const { events } = await new TableReader().feed({ prefix: 'request', limit: 1000 })
  const trace = events.map((event) => event.trace).find((each) => isEventful(each, events))
  if (trace === undefined) throw new Error('The shop has no such purchase.')
  return trace
}

function isEventful(trace: string | undefined, events: readonly EventSummary[]): boolean {
  const own = events.filter((event) => event.trace === trace)
  const isWarned = own.some(({ level }) => level === 'warn')
  return own.length === SERVICES && isWarned && own.every(({ level }) => level !== 'error')
}
