import assert from 'node:assert/strict'
import { AsyncLocalStorage } from 'node:async_hooks'
import { configure, flush, GenericLogger } from 'stacktale'
import type { LogEvent, Receipt, Sink } from 'stacktale'

const EVENTS = 100

function receiptOf({ object, timestamp }: LogEvent): Receipt {
  return { object, timestamp, bytes: 1, writeUnits: 1, lines: 1 }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

async function commit(id: number): Promise<Receipt | undefined> {
  const log = new GenericLogger({ id }, 'sink')
  log.info(`Event ${id}`)
  return await log.commit()
}

describe("a sink of the application's", () => {
  afterEach(() => configure({ sink: undefined, onFailure: undefined }))

  it('finds in AsyncLocalStorage what is there where each event was committed', async () => {
    const requests = new AsyncLocalStorage<number>()
    const seen: (readonly [object: string, request: number | undefined])[] = []
    const sink: Sink = {
      write: async (event) => {
        await turn()
        seen.push([event.object, requests.getStore()])
        return receiptOf(event)
      },
    }
    configure({ sink })
    const ids = Array.from({ length: EVENTS }, (_, id) => id)
    await Promise.all(ids.map((id) => requests.run(id, async () => await commit(id))))
    const expected = ids.map((id) => [`sink_${id}`, id] as const)
    assert.deepEqual(new Map(seen), new Map(expected))
    assert.equal(seen.length, EVENTS)
  })

  it('finds it there again when it fails first and is asked again', async () => {
    const requests = new AsyncLocalStorage<string>()
    const seen: (string | undefined)[] = []
    const sink: Sink = {
      write: async (event) => {
        seen.push(requests.getStore())
        if (seen.length === 1) throw new Error('not yet')
        return receiptOf(event)
      },
    }
    configure({ sink, onFailure: () => undefined })
    await requests.run(
      'its own',
      async () => await assert.rejects(commit(1), { code: 'sink-failed' }),
    )
    await flush()
    assert.deepEqual(seen, ['its own', 'its own'])
  })

  it('that fails for one event stores the others meanwhile', async () => {
    let isFailing = true
    let tries = 0
    const stored: string[] = []
    const sink: Sink = {
      write: async (event) => {
        await turn()
        if (event.object === 'sink_0') {
          tries += 1
          if (isFailing) throw new Error('not this one')
        }
        stored.push(event.object)
        return receiptOf(event)
      },
    }
    configure({ sink, onFailure: () => undefined })
    await assert.rejects(commit(0), { code: 'sink-failed' })
    for (let id = 1; id <= EVENTS; id += 1) await commit(id)
    assert.equal(stored.length, EVENTS)
    assert.ok(!stored.includes('sink_0'))
    assert.ok(tries > 0)
    isFailing = false
    await flush()
    assert.equal(stored.at(-1), 'sink_0')
  })

  it('that throws outright for one event stores those that are committed with it', async () => {
    let isFailing = true
    const sink: Sink = {
      write: (event) => {
        if (event.object === 'sink_7' && isFailing) throw new Error('not this one')
        return Promise.resolve(receiptOf(event))
      },
    }
    configure({ sink, onFailure: () => undefined })
    const outcomes = await Promise.allSettled(Array.from({ length: EVENTS }, (_, id) => commit(id)))
    const failed = outcomes.flatMap(({ status }, id) => (status === 'rejected' ? [id] : []))
    assert.deepEqual(failed, [7])
    isFailing = false
    await flush()
  })
})
