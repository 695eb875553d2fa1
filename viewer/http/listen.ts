import type { RequestListener, Server } from 'node:http'
import { createServer } from 'node:http'

/**
 * Listens on one port.
 *
 * @returns undefined where the port is taken
 */
export async function listen(
  app: RequestListener,
  port: number,
  host: string,
): Promise<Server | undefined> {
  const server = createServer(app)
  return await new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(undefined)
      else reject(error)
    })
    server.listen(port, host, () => {
      server.removeAllListeners('error')
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
