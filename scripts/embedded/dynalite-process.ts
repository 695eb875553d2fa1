// The embedded database's own process. It ends when its parent says so or is gone, and not by the
// signals that a terminal sends to everyone at once: its parent still has events to store by then.
import { mkdir } from 'node:fs/promises'
import type { Server } from 'node:http'
import dynalite from 'dynalite'
import { checkStoreOpens } from './open-check.ts'
import { STOP } from './process-messages.ts'
import type { ProcessOptions, ReadyMessage } from './process-messages.ts'

const CLOSE_DEADLINE_MS = 1_000

let server: Server | undefined
let closing = false

process.title = 'stacktale-dynamodb'
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
process.on('disconnect', close)
process.on('message', (message) => {
  if (message === STOP) close()
})

const options: ProcessOptions = JSON.parse(process.argv[2] ?? '{"port":0}')
if (options.path !== undefined) {
  await mkdir(options.path, { recursive: true })
  await checkStoreOpens(options.path)
}
const database = dynalite({
  ...(options.path !== undefined && { path: options.path }),
  createTableMs: 0,
  deleteTableMs: 0,
  updateTableMs: 0,
})
// Dynalite throws the error of a request that is cut off, which would end the process.
database.on('request', (request) => request.removeAllListeners('error'))
server = database.listen(options.port, '127.0.0.1', () => {
  const address = database.address()
  if (address === null || typeof address === 'string') return
  process.send?.({ port: address.port } satisfies ReadyMessage)
})

function close(): void {
  if (closing) return
  closing = true
  if (server === undefined) process.exit(0)
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  setTimeout(() => server?.closeAllConnections(), CLOSE_DEADLINE_MS).unref()
}
