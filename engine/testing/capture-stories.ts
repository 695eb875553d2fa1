import { AsyncLocalStorage } from 'node:async_hooks'
import { configuration } from '../configuration.ts'
import { configure } from '../configure.ts'
import { flush } from '../delivery/index.ts'
import { ownFrame } from '../depth/function-place.ts'
import { StacktaleError } from '../errors/stacktale-error.ts'
import type { LogEvent } from '../event.ts'
import { reportFailure } from '../failure-report.ts'
import { commitBatches } from '../open-batches.ts'
import type { MemorySink } from '../sinks/memory-sink.ts'
import { memorySink } from '../sinks/memory-sink.ts'
import { receiptOf } from '../sinks/receipt-of.ts'
import type { Sink } from '../sinks/sink.ts'

interface Capture {
  readonly sink: MemorySink
  /** The capture that it was begun in. */
  readonly outer: Capture | undefined
}

const current = new AsyncLocalStorage<Capture>()

/** Those that have not ended, the latest last. */
const open: Capture[] = []

/** The sink that was set before the first of them began. */
let before: Sink | undefined

/**
 * An event goes to the capture that it was committed in, or where that has ended, to the one around
 * it; where it was committed in none, to the latest. One that comes too late is let go: it would be
 * tried again for ever.
 */
const router: Sink = {
  write: async (event) => {
    const own = current.getStore()
    const target = own === undefined ? open.at(-1) : openFrom(own)
    if (target !== undefined) return await target.sink.write(event)
    reportFailure(
      new StacktaleError(
        'sink-failed',
        `An event of ${event.object} was committed to a capture of stories that has ended, and let go. Await what the callback of captureStories() starts.`,
      ),
    )
    return receiptOf(event)
  },
}

function openFrom(own: Capture): Capture | undefined {
  let capture: Capture | undefined = own
  while (capture !== undefined && !open.includes(capture)) capture = capture.outer
  return capture
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
  ownFrame('captureStories')
  const capture = { sink: memorySink(), outer: current.getStore() }
  begin(capture)
  try {
    await current.run(capture, work)
  } finally {
    await flush()
    end(capture)
  }
  return capture.sink.events
}

function begin(capture: Capture): void {
  // What was logged before goes where it would have gone before.
  commitBatches()
  if (open.length === 0) {
    before = configuration().sink
    configure({ sink: router })
  }
  open.push(capture)
}

function end(capture: Capture): void {
  open.splice(open.indexOf(capture), 1)
  if (open.length > 0) return
  configure({ sink: before })
  before = undefined
}
