// One service of the demo's shop, in a process of its own. It ends by its parent's word.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { configure, flush } from 'stacktale'
import { keepCountsCurrent } from '../keep-counts-current.ts'
import { SeededRandom } from '../workouts/seeded-random.ts'
import { buyForever } from './buyers.ts'
import { inventory } from './inventory.ts'
import { ordering } from './ordering.ts'
import { purchasing } from './purchasing.ts'
import type { ServicePlan, ShopMessage } from './service-plan.ts'
import type { Surroundings } from './surroundings.ts'

const plan: ServicePlan = JSON.parse(process.argv[2] ?? '{}')
const random = new SeededRandom(plan.seed)
const surroundings: Surroundings = {
  random,
  pass: async (ms, signal) => await sleep(ms, undefined, signal === undefined ? {} : { signal }),
}
const stopping = new AbortController()
let buyers: Promise<void> = Promise.resolve()

process.title = `stacktale-${plan.service}`
configure({ service: plan.service, host: 'shop-1' })
keepCountsCurrent()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
process.on('disconnect', () => process.exit(1))
process.on('message', () => void stop())

const server = createServer(application()).listen(0, '127.0.0.1')
await once(server, 'listening')
const { port }: AddressInfo = Object(server.address())
const address = `http://127.0.0.1:${port}`
say({ address })
if (plan.service === 'purchasing' && plan.buyEveryMs > 0) {
  const { buyEveryMs: everyMs } = plan
  buyers = buyForever({ purchasing: address, everyMs, random, signal: stopping.signal })
}

function application(): RequestListener {
  switch (plan.service) {
    case 'inventory':
      return inventory(surroundings)
    case 'ordering':
      return ordering(surroundings)
    default:
      return purchasing(plan.neighbours)
  }
}

async function stop(): Promise<void> {
  stopping.abort()
  await buyers
  server.close()
  server.closeAllConnections()
  const { stored, inFlight } = await flush()
  say({ stored, unsent: inFlight })
  process.exit(0)
}

function say(message: ShopMessage): void {
  process.send?.(message)
}
