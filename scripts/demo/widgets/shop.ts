import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ServicePlan, ShopMessage } from './service-plan.ts'

const ENTRY = fileURLToPath(new URL('service-process.js', import.meta.url))
const STOP_DEADLINE_MS = 10_000

/** What all services stored. */
export interface ShopSummary {
  readonly stored: number
  readonly unsent: number
}

/** The three services of the demo's shop, a process each, and its buyers. */
export class Shop {
  readonly #services: readonly ChildProcess[]
  /** Where purchasing listens. */
  readonly purchasing: string

  private constructor(services: readonly ChildProcess[], purchasing: string) {
    this.#services = services
    this.purchasing = purchasing
  }

  /** @param buyEveryMs how often buyers come; 0 for never */
  static async open({
    seed,
    buyEveryMs,
  }: {
    readonly seed: number
    readonly buyEveryMs: number
  }): Promise<Shop> {
    const [inventory, ordering] = await Promise.all([
      started({ service: 'inventory', seed }),
      started({ service: 'ordering', seed }),
    ])
    const neighbours = { inventory: inventory.address, ordering: ordering.address }
    const purchasing = await started({ service: 'purchasing', seed, neighbours, buyEveryMs })
    // The one that calls the others stops first.
    const services = [purchasing, inventory, ordering].map(({ service }) => service)
    return new Shop(services, purchasing.address)
  }

  /** Finishes what is under way and stores it. */
  async stop(): Promise<ShopSummary> {
    let [stored, unsent] = [0, 0]
    for (const service of this.#services) {
      const summary = await stopped(service)
      stored += summary.stored
      unsent += summary.unsent
    }
    return { stored, unsent }
  }
}

async function started(
  plan: ServicePlan,
): Promise<{ readonly service: ChildProcess; readonly address: string }> {
  const service = fork(ENTRY, [JSON.stringify(plan)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
  })
  const message = await answerOf(service)
  if (message === undefined || !('address' in message)) {
    throw new Error(`The demo's service "${plan.service}" did not start.`)
  }
  return { service, address: message.address }
}

async function stopped(service: ChildProcess): Promise<ShopSummary> {
  const deadline = setTimeout(() => service.kill('SIGKILL'), STOP_DEADLINE_MS)
  const ended = service.exitCode === null ? once(service, 'exit') : Promise.resolve()
  const answer = answerOf(service)
  if (service.connected) service.send('stop')
  const message = await answer
  await ended
  clearTimeout(deadline)
  return message !== undefined && 'stored' in message ? message : { stored: 0, unsent: 0 }
}

/** What a service says next; undefined if it ends without a word. */
async function answerOf(service: ChildProcess): Promise<ShopMessage | undefined> {
  return await new Promise((resolve) => {
    if (service.exitCode !== null) resolve(undefined)
    service.once('message', (message: ShopMessage) => resolve(message))
    service.once('exit', () => resolve(undefined))
  })
}
