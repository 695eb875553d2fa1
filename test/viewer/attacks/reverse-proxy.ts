import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { Served } from '../serve.ts'
import { ask } from '../serve.ts'

/**
 * A reverse proxy in front of a port while `use` runs, as one that ends the encryption of
 * `logs.example.com`: it says who asked behind what the client itself says, and passes the Host on.
 */
export async function proxied(
  port: number,
  use: (get: Served['get']) => Promise<void>,
): Promise<void> {
  const proxy = createServer((incoming, response) => {
    const said = incoming.headers['x-forwarded-for']
    const client = incoming.headers['x-test-client'] ?? '203.0.113.1'
    const headers = {
      ...incoming.headers,
      host: 'logs.example.com',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': said === undefined ? String(client) : `${String(said)}, ${String(client)}`,
    }
    const { method, url } = incoming
    const outgoing = request({ port, host: '127.0.0.1', method, path: url, headers, agent: false })
    outgoing.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    outgoing.once('error', () => response.destroy())
    incoming.pipe(outgoing)
  }).listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const address = proxy.address()
  const proxyPort = typeof address === 'object' && address !== null ? address.port : 0
  try {
    await use(async (path, options) => await ask(proxyPort, path, options))
  } finally {
    proxy.close()
    proxy.closeAllConnections()
  }
}
