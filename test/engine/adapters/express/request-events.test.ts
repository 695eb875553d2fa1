import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { RequestListener, Server } from 'node:http'
import { createServer, request } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import type { Express, NextFunction, Request, Response } from 'express'
import { configure, currentLogger } from 'stacktale'
import type { LogEvent } from 'stacktale'
import { requestErrors, requestEvents } from 'stacktale/express'
import type { RequestEventOptions } from 'stacktale/express'
import { memorySink, storyOf } from 'stacktale/testing'
import { until } from '../../../until.ts'
import type { SupportedExpress } from './supported-expresses.ts'
import { SUPPORTED_EXPRESSES } from './supported-expresses.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'

/** An application that is listened to for the time of some calls. */
async function withServer(
  application: RequestListener,
  calls: (address: string, port: number) => Promise<void>,
): Promise<void> {
  const server: Server = createServer(application).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port }: AddressInfo = Object(server.address())
  try {
    await calls(`http://127.0.0.1:${port}`, port)
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

async function lookUp(id: string): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  currentLogger()?.info(`Looking for widget ${id}`)
}

for (const supported of SUPPORTED_EXPRESSES) {
  describe(`requests as events, with Express ${supported.major}`, () => tellRequests(supported))
}

function tellRequests({ major, packageName, express, passingOn }: SupportedExpress): void {
  const sink = memorySink()
  let committed: () => void
  let next: Promise<void>

  beforeEach(() => {
    sink.clear()
    next = new Promise((resolve) => {
      committed = resolve
    })
    configure({
      sink: {
        write: async (event) => {
          const receipt = await sink.write(event)
          committed()
          return receipt
        },
      },
    })
  })

  after(() => {
    configure({ sink: undefined })
  })

  function application(): Express {
    const app = express()
    app.use(requestEvents({ ignore: ({ url }) => url === '/health' }))
    app.use(requestEvents())
    const widgets = express.Router()
    widgets.get('/:id', async (incoming, response) => {
      await lookUp(incoming.params.id)
      response.json({ left: 7 })
    })
    widgets.get('/:id/parts', (_incoming, _response, passOn) => passOn(new Error('No parts')))
    widgets.get('/:id/late', (_incoming, response) => {
      response.once('close', () => setImmediate(() => currentLogger()?.info('Tidied up')))
      response.end()
    })
    app.use('/widgets', widgets)
    app.get(
      '/broken',
      passingOn(async () => {
        await Promise.resolve()
        throw new Error('The shelf is empty')
      }),
    )
    app.get('/health', (_incoming, response) => void response.end('well'))
    app.get(['/bolts', /^\/nuts/], (_incoming, response) => void response.end('none'))
    app.get('/never', () => {})
    app.use(requestErrors)
    app.use(
      (_error: unknown, _incoming: Request, response: Response, _next: NextFunction) =>
        void response.status(500).end(),
    )
    return app
  }

  async function eventOf(path: string, headers: Record<string, string> = {}): Promise<LogEvent> {
    await withServer(application(), async (address) => {
      await (await fetch(address + path, { headers })).text()
      await next
    })
    return sink.only()
  }

  it('come from that Express', () => {
    const { version } = createRequire(import.meta.url)(`${packageName}/package.json`)
    assert.equal(Number.parseInt(version), major)
  })

  it('are one event each, in which the handlers log', async () => {
    const event = await eventOf('/widgets/7?colour=red')
    assert.match(
      storyOf(event),
      /^GET \/widgets\/7\n {4}Looking for widget 7\nAnswered 200 after \d+ ms$/,
    )
    assert.deepEqual(event.lines[0]?.data, { query: { colour: 'red' } })
    const { route, status } = Object(event.lines.at(-1)?.data)
    assert.deepEqual({ route, status }, { route: '/widgets/:id', status: 200 })
    assert.equal(event.title, 'GET /widgets/7')
  })

  it('go on with the trace that they came with', async () => {
    const event = await eventOf('/widgets/7', { traceparent: `00-${TRACE}-00f067aa0ba902b7-01` })
    assert.equal(event.trace, TRACE)
    assert.equal(event.parent, '00f067aa0ba902b7')
  })

  it('begin a trace where what they came with is none, and say so', async () => {
    const event = await eventOf('/widgets/7', { traceparent: `00-${'0'.repeat(400)}` })
    assert.match(event.trace ?? '', /^(?!0)[\da-f]{32}|[\da-f]{32}$/)
    assert.equal(event.level, 'warn')
    assert.match(storyOf(event), /Came with a traceparent that is none/)
  })

  it('are about the request’s own id, where that can be one', async () => {
    assert.equal((await eventOf('/widgets/7', { 'x-request-id': 'r-1' })).object, 'request_r-1')
    sink.clear()
    const { id } = await eventOf('/widgets/7', { 'x-request-id': 'a b' })
    assert.match(id, /^[\da-f]{16}$/)
  })

  it('tell an error with its stack, and end as an error', async () => {
    const event = await eventOf('/broken')
    assert.equal(event.level, 'error')
    const failed = event.lines.find(({ error }) => error !== undefined)
    assert.equal(failed?.error?.message, 'The shelf is empty')
    assert.match(failed?.error?.stack ?? '', /request-events\.test/)
    assert.match(event.lines.at(-1)?.text ?? '', /^Answered 500/)
  })

  it('tell the whole route also where an error left its router', async () => {
    const { lines } = await eventOf('/widgets/7/parts')
    assert.equal(Object(lines.at(-1)?.data).route, '/widgets/:id/parts')
  })

  it('tell a route of several patterns', async () => {
    const { lines } = await eventOf('/nuts/7')
    assert.equal(Object(lines.at(-1)?.data).route, '/bolts, /^\\/nuts/')
  })

  it('have what is logged after their answer stored as an event of its own', async () => {
    const first = await eventOf('/widgets/7/late')
    const late = await until('what was logged late', async () => sink.events[1])
    assert.equal(late.text.trim(), 'Tidied up')
    assert.equal(late.trace, first.trace)
    assert.equal(late.unfinished, undefined)
  })

  /** What a failing option of the middleware is told as, where the request is answered and an event. */
  async function failuresWith(options: RequestEventOptions): Promise<readonly string[]> {
    const failures: string[] = []
    configure({ onFailure: ({ code }) => void failures.push(code) })
    const app = express()
    app.use(requestEvents(options))
    app.get('/', (_incoming, response) => void response.end('well'))
    await withServer(app, async (address) => {
      assert.equal(await (await fetch(address)).text(), 'well')
      await next
    })
    configure({ onFailure: undefined })
    assert.equal(sink.only().title, 'GET /')
    return failures
  }

  it('are answered, and events, also where the option "subject" fails', async () => {
    const subject = (): { id: string } => Object({ id: undefined })
    assert.deepEqual(await failuresWith({ subject }), ['object-without-id'])
  })

  it('that were not found are a warning', async () => {
    const event = await eventOf('/nowhere')
    assert.equal(event.level, 'warn')
    assert.match(event.lines.at(-1)?.text ?? '', /^Answered 404/)
  })

  it('are events also where the client goes away', async () => {
    await withServer(application(), async (_address, port) => {
      const socket = connect(port, '127.0.0.1')
      socket.write('GET /never HTTP/1.1\r\nHost: localhost\r\n\r\n')
      await once(socket, 'connect')
      const outgoing = request({ port, path: '/health' }).end()
      const [response] = await once(outgoing, 'response')
      response.resume()
      socket.destroy()
      await next
    })
    const event = sink.only()
    assert.equal(event.level, 'warn')
    assert.match(event.lines.at(-1)?.text ?? '', /^The client went away after \d+ ms/)
  })

  it('are events also where the client goes away while they wait behind others', async () => {
    await withServer(application(), async (_address, port) => {
      const socket = connect(port, '127.0.0.1')
      await once(socket, 'connect')
      socket.write('GET /never HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(3))
      const outgoing = request({ port, path: '/health' }).end()
      const [response] = await once(outgoing, 'response')
      response.resume()
      socket.destroy()
      await until('three events', async () => sink.events[2])
    })
    for (const { lines } of sink.events) {
      assert.match(lines.at(-1)?.text ?? '', /^The client went away/)
      const end = lines.at(-1)?.data
      assert.equal(Object.hasOwn(Object(end), 'status'), false)
    }
  })

  it('are events where the option "ignore" throws', async () => {
    const ignore = (): boolean => {
      throw new Error('No idea')
    }
    assert.deepEqual(await failuresWith({ ignore }), ['option-invalid'])
  })

  it('that are to be ignored are none', async () => {
    await withServer(application(), async (address) => {
      await (await fetch(`${address}/health`)).text()
      await (await fetch(`${address}/widgets/7`)).text()
      await next
    })
    assert.equal(sink.only().title, 'GET /widgets/7')
  })

  it('keep apart what their handlers log at the same time', async () => {
    const ids = Array.from({ length: 20 }, (_, id) => String(id))
    await withServer(application(), async (address) => {
      await Promise.all(
        ids.map(async (id) => await (await fetch(`${address}/widgets/${id}`)).text()),
      )
    })
    for (const id of ids) {
      const events = sink.events.filter(({ title }) => title === `GET /widgets/${id}`)
      assert.equal(events.length, 1)
      assert.match(events[0]?.text ?? '', new RegExp(`Looking for widget ${id}\\n`))
    }
  })

  it('refuse a prefix that cannot be', () => {
    assert.throws(() => requestEvents({ prefix: 'a_b' }), { code: 'prefix-invalid' })
  })
}
