import { readBacklogState, writeBacklogState } from './backlog-state.ts'
import { DemoApplication } from './demo-application.ts'
import type { StackOptions } from './stack-options.ts'

const BACKLOG_DAYS = 7
const BACKLOG_SEED = 7

/** Starts the demo application: its earlier days at the first start, then an event every few seconds. */
export async function openDemo(
  { dataFolder, backlogEvents, everyMs, signal, terminal }: StackOptions,
  opened: (() => Promise<unknown>)[],
): Promise<DemoApplication> {
  const demo = new DemoApplication((code) =>
    terminal.warning('demo', `ended by itself, with exit code ${code}; the viewer goes on`),
  )
  opened.push(() => demo.stop())
  if ((await readBacklogState(dataFolder)) !== 'complete') {
    terminal.busy('backlog', `writing ${backlogEvents} events of the last ${BACKLOG_DAYS} days…`)
    await writeBacklogState(dataFolder, 'begun')
    const plan = { events: backlogEvents, days: BACKLOG_DAYS, seed: BACKLOG_SEED }
    const { stored } = await demo.writeBacklog(plan, signal)
    await writeBacklogState(dataFolder, 'complete')
    terminal.row('backlog', `${stored} events of the last ${BACKLOG_DAYS} days`)
  }
  signal.throwIfAborted()
  if (everyMs > 0) demo.startTraffic({ everyMs, seed: Date.now() })
  const traffic = everyMs > 0 ? `a new event every ${everyMs / 1000} s` : 'no new events'
  terminal.row('traffic', `${traffic}; Ctrl-C stops everything`)
  return demo
}
