import assert from 'node:assert/strict'
import { configure, flush } from 'stacktale'
import { memorySink } from 'stacktale/testing'
import { BillingLogger } from '../../../../scripts/demo/workouts/billing/billing-logger.ts'
import { storeEvent } from '../../../../scripts/demo/workouts/store-event.ts'
import { userNumbered } from './told-by.ts'

class BrokenLogger extends BillingLogger {
  override async commit(): Promise<never> {
    await super.commit()
    throw new TypeError('No commit today')
  }
}

function logAbout(Logger: typeof BillingLogger): BillingLogger {
  const log = new Logger(userNumbered(42))
  log.start()
  return log
}

describe('storeEvent', () => {
  const consoleError = console.error
  const sink = memorySink()
  let printed: string[] = []
  let reported: string[] = []

  beforeEach(() => {
    printed = []
    reported = []
    sink.clear()
    console.error = (line: string) => printed.push(line)
    configure({ sink, onFailure: ({ message }) => reported.push(message) })
  })

  afterEach(() => {
    console.error = consoleError
    configure({ sink: undefined, onFailure: undefined })
  })

  it('stores an event', async () => {
    assert.equal(await storeEvent(logAbout(BillingLogger)), true)
    assert.equal(sink.events.length, 1)
    assert.deepEqual([...printed, ...reported], [])
  })

  it('leaves a failure of the sink to the engine, which tells of it and tries again', async () => {
    let writes = 0
    configure({
      sink: {
        write: async (event) => {
          writes += 1
          if (writes === 1) throw new Error('The disk is full')
          return await sink.write(event)
        },
      },
    })
    assert.equal(await storeEvent(logAbout(BillingLogger)), false)
    assert.equal(reported.length, 1)
    assert.match(reported[0] ?? '', /The disk is full/)
    assert.deepEqual(printed, [])
    await flush()
    assert.equal(sink.events.length, 1)
  })

  it('tells of any other failure in one line and goes on', async () => {
    assert.equal(await storeEvent(logAbout(BrokenLogger)), false)
    assert.deepEqual(printed, ['An event of billing_42 is not stored: TypeError: No commit today'])
  })
})
