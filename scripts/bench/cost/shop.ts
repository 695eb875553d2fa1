import { once } from 'node:events'
import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { configure } from 'stacktale'
import { buy } from '../../demo/widgets/buyers.ts'
import { inventory } from '../../demo/widgets/inventory.ts'
import { ordering } from '../../demo/widgets/ordering.ts'
import { purchasing } from '../../demo/widgets/purchasing.ts'
import type { Surroundings } from '../../demo/widgets/surroundings.ts'
import { SeededRandom } from '../../demo/workouts/seeded-random.ts'
import { SimulatedClock } from '../../demo/workouts/simulated-clock.ts'
import type { Workload } from './workload.ts'

const SEED = 1
const START = Date.UTC(2026, 0, 1)
const EVENTS_PER_PURCHASE = 3
/** A vendor who takes longer than this is not waited for. */
const PATIENCE_MS = 250

/** The demo's three services, in one process, on a clock that waits for nothing. */
export const shop: Workload = {
  name: 'three services',
  service: 'purchasing',
  run: async (events) => {
    const random = new SeededRandom(SEED)
    const clock = new SimulatedClock(START, random)
    const surroundings: Surroundings = {
      random,
      pass: async (ms, signal) => {
        await clock.pass(signal === undefined ? ms : Math.min(ms, PATIENCE_MS))
        if (signal !== undefined && ms > PATIENCE_MS) {
          throw new DOMException('The operation was aborted due to timeout', 'TimeoutError')
        }
      },
    }
    configure({ clock: clock.read })
    const [shelves, orders] = await Promise.all([
      served(inventory(surroundings)),
      served(ordering(surroundings)),
    ])
    const neighbours = { inventory: shelves.address, ordering: orders.address }
    const front = await served(purchasing(neighbours))
    // Purchases that end early have fewer events than three.
    const purchases = Math.ceil((events / EVENTS_PER_PURCHASE) * 1.2)
    for (let count = 0; count < purchases; count += 1) await buy(front.address, random)
    for (const { server } of [front, shelves, orders]) {
      server.close()
      server.closeIdleConnections()
      await once(server, 'close')
    }
  },
}

async function served(
  application: RequestListener,
): Promise<{ readonly server: Server; readonly address: string }> {
  const server = createServer(application).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port }: AddressInfo = Object(server.address())
  return { server, address: `http://127.0.0.1:${port}` }
}
