import { configure, GenericLogger } from 'stacktale'
import { SeededRandom } from '../../demo/workouts/seeded-random.ts'
import { SimulatedClock } from '../../demo/workouts/simulated-clock.ts'
import type { Workload } from './workload.ts'

const SEED = 1
const START = Date.UTC(2026, 0, 1)
const LINES = 40
const PATHS = ['/api/users', '/api/orders', '/api/basket', '/api/search', '/health']
const AGENTS = ['Mozilla/5.0 (X11; Linux x86_64)', 'curl/8.5.0', 'okhttp/4.12.0']
const STATUSES = [200, 200, 200, 200, 201, 304, 404, 500]

/** What pino-http logs of requests: the same sentence each time, and an object of its data. */
export const requestLogs: Workload = {
  name: 'request logs',
  run: async (events) => {
    const random = new SeededRandom(SEED)
    const clock = new SimulatedClock(START, random)
    configure({ clock: clock.read })
    for (let id = 0; id < events; id += 1) {
      const log = new GenericLogger({ id }, 'web')
      for (let line = 0; line < LINES; line += 1) {
        log.info('request completed', requestData(id * LINES + line, random))
      }
      await log.commit()
    }
  },
}

function requestData(id: number, random: SeededRandom): object {
  const path = random.pick(PATHS)
  const statusCode = random.pick(STATUSES)
  return {
    req: {
      id,
      method: random.pick(['GET', 'GET', 'GET', 'POST']),
      url: path === '/health' ? path : `${path}/${random.wholeBetween(1, 99_999)}`,
      headers: { host: 'shop.example', 'user-agent': random.pick(AGENTS) },
      remoteAddress: `10.0.${random.wholeBetween(0, 3)}.${random.wholeBetween(1, 254)}`,
      remotePort: random.wholeBetween(32_768, 60_999),
    },
    res: { statusCode, headers: { 'content-length': random.wholeBetween(20, 9_000) } },
    responseTime: random.wholeBetween(1, 400),
  }
}
