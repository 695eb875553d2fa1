import { GenericLogger } from 'stacktale'
import { createLogger, initLogger } from 'evlog'
import type { KeptBytes } from './result.ts'

const LINES_PER_EVENT = 100
const TEXT_LENGTH = 40

/** Keeps texts until what it returns is called. */
type Keep = (texts: Iterable<string>) => () => unknown

const KEEPERS: readonly (readonly [what: string, keep: Keep])[] = [
  ['the texts alone, in a list', keepInList],
  ['stacktale', (texts) => keepInOurs(texts)],
  ['stacktale, with data { id, reps }', (texts) => keepInOurs(texts, { id: 9, reps: 12 })],
  ['evlog', keepInEvlog],
]

function keepInList(texts: Iterable<string>): () => unknown {
  const list = [...texts]
  return () => list
}

function keepInOurs(texts: Iterable<string>, data?: object): () => unknown {
  const log = new GenericLogger({ id: 1 }, 'bench')
  for (const text of texts) log.addMessage(text, data)
  return () => log.commit()
}

function keepInEvlog(texts: Iterable<string>): () => unknown {
  const log = createLogger()
  for (const text of texts) log.info(text)
  return () => log
}

/** What each line takes of the heap while its event is open, its text included. */
export async function keptBytes(lines: number): Promise<readonly KeptBytes[]> {
  initLogger({ pretty: false, silent: true, drain: () => {} })
  const kept: KeptBytes[] = []
  for (const [what, keep] of KEEPERS) {
    await bytesOf(keep, LINES_PER_EVENT)
    kept.push({ what, bytes: (await bytesOf(keep, lines)) / lines })
  }
  return kept
}

/** How much the heap grows by lines that are kept in so many open events. */
async function bytesOf(keep: Keep, lines: number): Promise<number> {
  const events: ReturnType<Keep>[] = []
  const before = await heapUsed()
  while (events.length < lines / LINES_PER_EVENT) {
    events.push(keep(newTexts(events.length)))
    await turn()
  }
  const after = await heapUsed()
  for (const letGo of events) await letGo()
  return after - before
}

/** Texts that nothing else keeps, each in one piece. */
function* newTexts(event: number): Iterable<string> {
  for (let line = 0; line < LINES_PER_EVENT; line += 1) {
    const text = `Picked exercise ${line} of the event ${event} `.padEnd(TEXT_LENGTH, '.')
    yield Buffer.from(text, 'latin1').toString('latin1')
  }
}

async function heapUsed(): Promise<number> {
  await turn()
  globalThis.gc?.()
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

async function turn(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve)
  })
}
