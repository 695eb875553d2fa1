import { AsyncLocalStorage } from 'node:async_hooks'
import { configuration, configure } from '../configuration.ts'
import { flush } from '../delivery/index.ts'
import { StacktaleError } from '../errors/stacktale-error.ts'
import type { LogEvent } from '../event.ts'
import type { MemorySink } from '../sinks/memory-sink.ts'
import { memorySink } from '../sinks/memory-sink.ts'
import type { Sink } from '../sinks/sink.ts'

const current = new AsyncLocalStorage<MemorySink>()

/** Those that have not ended, the latest last. */
const open: MemorySink[] = []

/** The sink that was set before the first of them began. */
let before: Sink | undefined

/** An event goes to the capture that it was committed in; where that is none, to the latest. */
const router: Sink = {
  write: async (event) => {
    const own = current.getStore()
    const target = own !== undefined && open.includes(own) ? own : open.at(-1)
    if (target !== undefined) return await target.write(event)
    throw new StacktaleError(
      'sink-failed',
      `An event of ${event.object} was committed to a capture of stories that has ended. Await what the callback of captureStories() starts.`,
    )
  },
}

/**
 * Runs a callback and gives the events that it committed, awaited or not, in place of storing them.
 * Then the sink that was set before is set again, also where the callback throws.
 *
 * Captures may run at the same time: each gets its own events. What was committed outside of every
 * callback, as by a server that was started before, goes to the capture that began last.
 *
 * @throws what the callback throws
 * @example
 * ```ts
 * const [event] = await captureStories(() => generateWorkout(user))
 * assertStory(event, 'Starting workout generation for <any>')
 * ```
 */
export async function captureStories(work: () => unknown): Promise<readonly LogEvent[]> {
  const sink = memorySink()
  begin(sink)
  try {
    await current.run(sink, work)
    await flush()
    return sink.events
  } finally {
    end(sink)
  }
}

function begin(sink: MemorySink): void {
  if (open.length === 0) {
    before = configuration().sink
    configure({ sink: router })
  }
  open.push(sink)
}

function end(sink: MemorySink): void {
  open.splice(open.indexOf(sink), 1)
  if (open.length > 0) return
  configure({ sink: before })
  before = undefined
}
