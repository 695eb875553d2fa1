import { once } from 'node:events'
import { request } from 'node:http'
import type { IncomingHttpHeaders, RequestListener } from 'node:http'
import { createServer } from 'node:http'
import type { EventReader, ViewerOptions } from '../../viewer/index.ts'
import { createViewer } from '../../viewer/index.ts'
import type { SampleEvent } from './memory-reader.ts'
import { MemoryReader } from './memory-reader.ts'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Served {
  readonly port: number
  readonly url: string
  readonly get: (path: string, options?: Asking) => Promise<Answer>
}

export interface Asking {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export const NOW: number = Date.UTC(2026, 10, 21, 10, 41, 58)

/** Serves an app while `use` runs. */
export async function serving(
  app: RequestListener,
  use: (served: Served) => Promise<void>,
): Promise<void> {
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  try {
    await use({
      port,
      url: `http://127.0.0.1:${port}`,
      get: async (path, options) => await ask(port, path, options),
    })
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

/** Serves a viewer of these events, or of this reader, while `use` runs. */
export async function servingViewer(
  source: readonly SampleEvent[] | EventReader,
  use: (served: Served) => Promise<void>,
  options: Partial<ViewerOptions> = {},
): Promise<void> {
  const reader = isReader(source) ? source : new MemoryReader(source)
  await serving(createViewer({ reader, clock: () => NOW, auth: false, ...options }), use)
}

/** Asks without tidying the path, as a client may. */
export async function ask(port: number, path: string, options: Asking = {}): Promise<Answer> {
  const { method = 'GET', headers = {}, body: sent } = options
  const outgoing = request({ port, host: '127.0.0.1', path, method, headers, agent: false })
  outgoing.end(sent)
  const [incoming] = await once(outgoing, 'response')
  incoming.setEncoding('utf8')
  let body = ''
  for await (const chunk of incoming) body += String(chunk)
  return { status: incoming.statusCode, headers: incoming.headers, body }
}

function isReader(source: readonly SampleEvent[] | EventReader): source is EventReader {
  return 'feed' in source
}
