import type { Server } from 'node:http'
import { isIPv4, isIPv6 } from 'node:net'
import { StacktaleError } from '../engine/errors/stacktale-error.ts'
import type { AuthOption } from './auth/auth-options.ts'
import { createViewer } from './create-viewer.ts'
import { LOOPBACK_HOSTS } from './http/allowed-hosts.ts'
import { listen, portOf } from './http/listen.ts'
import type { ErrorReport } from './report-error.ts'
import { errorReporter } from './report-error.ts'
import type { ViewerOptions } from './viewer-options.ts'

export interface StartOptions extends Omit<ViewerOptions, 'auth'> {
  /** Who may look, as of a {@link ViewerOptions}. Default: on loopback `false`; elsewhere it has to be said. */
  readonly auth?: AuthOption | undefined
  /** The port to listen on, 0 for any. A taken one moves on to the next. Default: 3000. */
  readonly port?: number | undefined
  /**
   * The address to listen on. Default: `127.0.0.1`. One that others reach takes `auth`; one that stands
   * for all, such as `0.0.0.0`, takes `allowedHosts` too.
   */
  readonly host?: string | undefined
}

/** A viewer that listens. */
export interface RunningViewer {
  readonly url: string
  readonly port: number
  /** The port that was asked for; another than `port` where it was taken. */
  readonly requestedPort: number
  /** Stops listening and ends every connection. May be called again. */
  close(): Promise<void>
}

const DEFAULT_PORT = 3000
/** What a fault is reported as that belongs to no request. */
const SERVER: ErrorReport = { id: 'server', method: 'LISTEN', path: '' }
const LAST_PORT = 65_535
const PORTS_TRIED = 20

/**
 * Serves the viewer. Where the port is taken, the next ones are tried.
 *
 * @throws StacktaleError `viewer-unprotected` beyond loopback without `auth`; `option-invalid` for what
 * cannot be, or where no port is free
 * @example
 * ```ts
 * const viewer = await startViewer({ table: 'stacktale', port: 3000 })
 * console.log(viewer.url)
 * ```
 */
export async function startViewer(options: StartOptions = {}): Promise<RunningViewer> {
  const { port = DEFAULT_PORT, host = '127.0.0.1', ...viewerOptions } = options
  checkPort(port)
  const auth = authAt(host, options.auth)
  const allowedHosts = options.allowedHosts ?? hostsAt(host)
  const app = createViewer({ ...viewerOptions, auth, allowedHosts })
  const report = errorReporter(options.onError)
  const onError = (error: Error): unknown => report(error, SERVER)
  const server = await listenFrom(
    port,
    async (candidate) => await listen(app, { port: candidate, host, onError }),
  )
  const listening = portOf(server)
  return {
    url: `http://${inUrl(host)}:${listening}/`,
    port: listening,
    requestedPort: port,
    close: closeOnce(server),
  }
}

async function listenFrom(
  port: number,
  listenOn: (port: number) => Promise<Server | undefined>,
): Promise<Server> {
  const last = Math.min(port + PORTS_TRIED - 1, LAST_PORT)
  for (let candidate = port; candidate <= last; candidate += 1) {
    const server = await listenOn(candidate).catch((cause: unknown) => {
      throw new StacktaleError(
        'option-invalid',
        `The viewer cannot listen on port ${candidate}. Ports below 1024 need special rights; choose another.`,
        { cause },
      )
    })
    if (server !== undefined) return server
  }
  throw new StacktaleError(
    'option-invalid',
    `Every port from ${port} to ${last} is taken. Choose another "port", or 0 for any.`,
  )
}

function closeOnce(server: Server): () => Promise<void> {
  let closed: Promise<void> | undefined
  return () => {
    closed ??= new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
    return closed
  }
}

function checkPort(port: number): void {
  if (Number.isInteger(port) && port >= 0 && port <= LAST_PORT) return
  throw new StacktaleError(
    'option-invalid',
    `"port" must be a whole number from 0 to ${LAST_PORT}; it is ${String(port)}.`,
  )
}

function authAt(host: string, auth: AuthOption | undefined): AuthOption {
  if (auth !== undefined) return auth
  if (isLoopback(host)) return false
  throw new StacktaleError(
    'viewer-unprotected',
    `On "${host}" others reach the viewer, and read every log. Say who may look: auth: { password } or { users }, with hashes of \`npx stacktale password\`, or auth: false where something around it protects it. Or listen on 127.0.0.1.`,
  )
}

function hostsAt(host: string): readonly string[] {
  if (!isEveryAddress(host)) return [...LOOPBACK_HOSTS, inUrl(host)]
  throw new StacktaleError(
    'option-invalid',
    `The viewer is to listen on every address ("${host}"). Say with "allowedHosts" under which names it is asked, such as ["logs.example.com"].`,
  )
}

function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1') return true
  return isIPv4(host) && host.startsWith('127.')
}

function isEveryAddress(host: string): boolean {
  return /^(?:0\.0\.0\.0|[0:]*|::ffff:0\.0\.0\.0)$/i.test(host)
}

function inUrl(host: string): string {
  return isIPv6(host) ? `[${host}]` : host
}
