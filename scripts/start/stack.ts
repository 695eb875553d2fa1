import { createTable } from 'stacktale/table'
import { startViewer } from 'stacktale/viewer'
import type { DemoAnswer } from './demo-messages.ts'
import { LOCAL_REGION, LOCAL_TABLE, useLocalAws } from './local-aws.ts'
import { openDatabase } from './open-database.ts'
import { openDemo } from './open-demo.ts'
import type { ShopSummary } from '../demo/widgets/shop.ts'
import { openShop } from './open-shop.ts'
import type { StackOptions } from './stack-options.ts'

/** The embedded database, the demo application and the viewer, all running. */
export interface Stack {
  readonly url: string
  /** Stores what is open, then ends everything. Returns what was stored since the start, where that is known. */
  stop(): Promise<DemoAnswer | undefined>
}

/** Starts everything, in the order in which one needs the other. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { dataFolder, port, signal, terminal } = options
  const opened: (() => Promise<unknown>)[] = []
  try {
    const database = await openDatabase(options)
    opened.push(() => database.stop())
    signal.throwIfAborted()

    const place = { endpoint: database.endpoint, region: LOCAL_REGION, table: LOCAL_TABLE }
    useLocalAws(process.env, database.endpoint, dataFolder)
    const { created } = await createTable(place)
    terminal.row('table', `${LOCAL_TABLE}, ${created ? 'new' : 'kept from before'}`)

    // The embedded database has no units to share.
    const viewer = await startViewer({ ...place, port, readUnitsPerSecond: Infinity })
    opened.push(() => viewer.close())
    if (viewer.port !== port && port !== 0) {
      terminal.warning('viewer', `port ${port} is taken, so it is on ${viewer.port}`)
    }
    signal.throwIfAborted()

    const demo = await openDemo(options, opened)
    const shop = await openShop(options)
    return {
      url: `http://localhost:${viewer.port}`,
      stop: async () => {
        const sold = await shop?.stop()
        const answer = await demo.stop()
        await closeInReverse(opened)
        return answer === undefined ? undefined : withSales(answer, sold)
      },
    }
  } catch (error) {
    await closeInReverse(opened)
    throw error
  }
}

function withSales(
  answer: DemoAnswer,
  { stored, unsent }: ShopSummary = { stored: 0, unsent: 0 },
): DemoAnswer {
  return { ...answer, stored: answer.stored + stored, unsent: answer.unsent + unsent }
}

async function closeInReverse(opened: (() => Promise<unknown>)[]): Promise<void> {
  for (const close of opened.toReversed()) await close()
}
