import type { RequestListener, Server, ServerOptions } from 'node:http'
import { createServer } from 'node:http'

/** How long a client may take: who sends a byte now and then keeps no connection. */
const TIMEOUTS: ServerOptions = {
  headersTimeout: 6_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 500,
}
/** A page that is read within its units at a slow pace is answered sooner. */
const SILENCE_MS = 120_000
const MOST_CONNECTIONS = 1_000

export interface Listening {
  readonly port: number
  readonly host: string
  /** Told what goes wrong later, such as connections that cannot be taken: unheard, it would end the process. */
  readonly onError: (error: Error) => unknown
}

/**
 * Listens on one port.
 *
 * @returns undefined where the port is taken
 */
export async function listen(
  app: RequestListener,
  { port, host, onError }: Listening,
): Promise<Server | undefined> {
  const server = createServer(TIMEOUTS, app)
  server.setTimeout(SILENCE_MS)
  server.maxConnections = MOST_CONNECTIONS
  return await new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(undefined)
      else reject(error)
    })
    server.listen(port, host, () => {
      server.removeAllListeners('error').on('error', onError)
      resolve(server)
    })
  })
}

/** The port that a server got. */
export function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') {
    throw new TypeError('The server does not listen on a port.')
  }
  return address.port
}
