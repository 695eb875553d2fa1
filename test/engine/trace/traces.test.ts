import assert from 'node:assert/strict'
import { once } from 'node:events'
import http, { createServer, get, request } from 'node:http'
import type { IncomingHttpHeaders, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  configure,
  GenericLogger,
  propagateTraces,
  runInTrace,
  tracedFetch,
  traceHeaders,
} from 'stacktale'
import { captureStories } from 'stacktale/testing'
import { parseTrace } from '../../../engine/trace/trace-context.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const PARENT = `00-${TRACE}-00f067aa0ba902b7-01`

async function logAbout(id: number): Promise<void> {
  const log = new GenericLogger({ id }, 'widget')
  log.info('Looking')
  await new Promise((resolve) => setImmediate(resolve))
  await log.commit()
}

describe('the trace of an event', () => {
  it('is its own, where nobody says otherwise', async () => {
    const events = await captureStories(async () => {
      await logAbout(1)
      await logAbout(1)
    })
    const traces = events.map(({ trace }) => trace)
    for (const trace of traces) assert.match(trace ?? '', /^[\da-f]{32}$/)
    assert.equal(new Set(traces).size, 2)
  })

  it('is that which the code was said to run in, after every await', async () => {
    const events = await captureStories(() =>
      runInTrace(PARENT, async () => {
        await logAbout(1)
        await Promise.all([logAbout(2), logAbout(3)])
      }),
    )
    assert.deepEqual(
      events.map(({ trace, parent }) => [trace, parent]),
      Array.from({ length: 3 }, () => [TRACE, '00f067aa0ba902b7']),
    )
  })

  it('is that of the logger which the code runs under', async () => {
    const [inner, outer] = await captureStories(async () => {
      const log = new GenericLogger({ id: 1 }, 'order')
      await log.run(() => logAbout(2))
      log.info('Ordered')
      await log.commit()
    })
    assert.equal(inner?.trace, outer?.trace)
  })

  it('stays the same in two traces at a time', async () => {
    const other = 'a'.repeat(32)
    const events = await captureStories(() =>
      Promise.all([runInTrace(TRACE, () => logAbout(1)), runInTrace(other, () => logAbout(2))]),
    )
    assert.deepEqual(
      new Map(events.map(({ id, trace }) => [id, trace])),
      new Map([
        ['1', TRACE],
        ['2', other],
      ]),
    )
  })

  it('begins anew for what is no trace, which is reported', async () => {
    const said: string[] = []
    configure({ onFailure: ({ code, message }) => said.push(`${code}: ${message}`) })
    try {
      const [event] = await captureStories(() => runInTrace('order 7', () => logAbout(1)))
      assert.match(event?.trace ?? '', /^[\da-f]{32}$/)
      assert.match(said.join('\n'), /^trace-invalid: "order 7" is no trace/)
    } finally {
      configure({ onFailure: undefined })
    }
  })

  it('is that of the active span, where OpenTelemetry is used', async () => {
    const api = Symbol.for('opentelemetry.js.api.1')
    const span = {
      spanContext: () => ({ traceId: TRACE, spanId: '00f067aa0ba902b7', traceFlags: 1 }),
    }
    const context = { active: () => ({ getValue: () => span }) }
    Reflect.set(globalThis, api, { context })
    try {
      const [event] = await captureStories(() => logAbout(1))
      assert.equal(event?.trace, TRACE)
      assert.equal(event?.parent, '00f067aa0ba902b7')
    } finally {
      Reflect.deleteProperty(globalThis, api)
    }
  })
})

describe('a call to another service', () => {
  let server: Server
  let address: string
  let headers: IncomingHttpHeaders[]

  before(async () => {
    server = createServer((incoming, response) => {
      headers.push(incoming.headers)
      response.end()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port }: AddressInfo = Object(server.address())
    address = `http://127.0.0.1:${port}/`
  })

  beforeEach(() => {
    headers = []
  })

  after(() => {
    server.close()
    server.closeAllConnections()
  })

  async function answered(call: http.ClientRequest): Promise<void> {
    const [response] = await once(call, 'response')
    response.resume()
    await once(response, 'end')
  }

  async function callAll(): Promise<void> {
    await answered(get(address))
    await answered(http.get(new URL(address), { headers: { 'x-own': 'kept' } }))
    await answered(request(address, { method: 'POST' }).end('body'))
    await (await fetch(address)).text()
  }

  it('names the trace, and the event that made it as the caller', async () => {
    const [event] = await captureStories(async () => {
      const log = new GenericLogger({ id: 1 }, 'order')
      log.info('Asking')
      await log.run(async () => await (await tracedFetch(address, { headers: { a: 'b' } })).text())
      await log.commit()
    })
    const sent = parseTrace(headers[0]?.traceparent)
    assert.equal(sent?.trace, event?.trace)
    assert.equal(sent?.parent, event?.span)
    assert.equal(headers[0]?.['a'], 'b')
  })

  it('carries it by itself once that is asked for, and no longer once it is stopped', async () => {
    const stop = propagateTraces()
    await runInTrace(TRACE, callAll)
    assert.equal(headers.length, 4)
    for (const { traceparent } of headers) assert.equal(parseTrace(traceparent)?.trace, TRACE)
    assert.equal(headers[1]?.['x-own'], 'kept')
    stop()
    headers = []
    await runInTrace(TRACE, callAll)
    assert.deepEqual(
      headers.map(({ traceparent }) => traceparent),
      [undefined, undefined, undefined, undefined],
    )
  })

  it('carries none where the code belongs to none, where the host is not chosen, or where it has its own', async () => {
    const stop = propagateTraces({ only: (host) => host !== '127.0.0.1' })
    try {
      await runInTrace(TRACE, callAll)
    } finally {
      stop()
    }
    const stopAll = propagateTraces()
    try {
      await callAll()
      await runInTrace(TRACE, async () => {
        await (await fetch(address, { headers: { traceparent: PARENT } })).text()
      })
    } finally {
      stopAll()
    }
    assert.equal(headers.filter(({ traceparent }) => traceparent !== undefined).length, 1)
    assert.equal(headers.at(-1)?.traceparent, PARENT)
  })

  it('passes on whether the trace is sampled', () => {
    const sent = runInTrace(`00-${TRACE}-00f067aa0ba902b7-00`, () => traceHeaders())
    assert.equal(sent.traceparent, `00-${TRACE}-00f067aa0ba902b7-00`)
  })
})
