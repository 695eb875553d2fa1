import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import compression from 'compression'
import express from 'express'
import { auditLooks } from './audit/audit-looks.ts'
import { auditWith } from './audit/audit-option.ts'
import { checkAuth } from './auth/check-auth.ts'
import { forEachRole } from './auth/for-each-role.ts'
import { gateOf } from './auth/gate.ts'
import { RecentCounts } from './counts/recent-counts.ts'
import { allowHosts, checkedHosts, LOOPBACK_HOSTS } from './http/allowed-hosts.ts'
import { fairShare } from './http/fair-share.ts'
import { lastResort } from './http/last-resort.ts'
import { publicFiles } from './http/public-files.ts'
import { securityHeaders } from './http/security-headers.ts'
import { trustProxies } from './http/trusted-proxies.ts'
import { useViews } from './http/views.ts'
import { costPage } from './pages/cost.ts'
import { eventNdjson } from './pages/event-ndjson.ts'
import { eventText } from './pages/event-text.ts'
import { eventPage } from './pages/event.ts'
import { eventsPage } from './pages/events.ts'
import { failurePage } from './pages/failure.ts'
import { health } from './pages/health.ts'
import { onlyReading } from './pages/method-not-allowed.ts'
import { newerEvents } from './pages/newer.ts'
import { neighbourPage } from './pages/neighbour.ts'
import { notFoundPage } from './pages/not-found.ts'
import { objectPage } from './pages/object.ts'
import { overviewPage } from './pages/overview.ts'
import { tracePage } from './pages/trace.ts'
import { ReadMeter } from './read-meter.ts'
import { errorReporter } from './report-error.ts'
import type { PagesContext, ViewerContext } from './viewer-context.ts'
import type { ViewerOptions } from './viewer-options.ts'
import { readerOf } from './viewer-options.ts'

/** What an Express application mounts, or an HTTP server calls. */
export type ViewerHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next?: (error?: unknown) => void,
) => void

/**
 * The viewer as an Express app of its own, to be mounted in another or to listen by itself. It only
 * reads. `auth` says who may look, and has to be said.
 *
 * @throws StacktaleError `viewer-unprotected` without `auth`, `option-invalid` for what cannot be
 * @example
 * ```ts
 * const auth = { password: process.env.STACKTALE_PASSWORD_HASH }
 * app.use('/admin/logs', createViewer({ auth, allowedHosts: ['admin.example.com'] }))
 * ```
 */
export function createViewer(options: ViewerOptions): ViewerHandler {
  const auth = checkAuth(options?.auth)
  const allowedHosts = checkedHosts(options.allowedHosts ?? LOOPBACK_HOSTS, auth)
  const reportError = errorReporter(options.onError)
  const assets = publicFiles()
  const meter = new ReadMeter()
  const viewer: ViewerContext = {
    reader: meter.meter(readerOf(options)),
    clock: options.clock ?? Date.now,
    reportError,
    audit: auditWith(options.audit, auth, reportError),
    assetsPath: assets.path,
  }
  const gate = gateOf(viewer, auth)
  const root = express()
  root.disable('x-powered-by').disable('etag')
  trustProxies(root, options.trustProxy)
  useViews(root)
  root.use(compression())
  root.use(securityHeaders)
  root.get('/healthz', health)
  root.use(allowHosts(allowedHosts))
  root.use(assets.path, assets.handler)
  root.use(gate.identify)
  root.use(onlyReading(viewer))
  root.use(gate.admit)
  root.use(meter.metering)
  root.use(auditLooks(viewer, meter))
  root.use(fairShare(viewer, meter))
  root.use(forEachRole(viewer, pagesOf))
  root.use(notFoundPage(viewer))
  root.use(failurePage(viewer))
  root.use(lastResort(reportError))
  return root
}

/** Everything that reads the table. It is made for each role, with what that role may see. */
function pagesOf(context: ViewerContext): RequestHandler {
  const { reader, clock } = context
  const viewer: PagesContext = { ...context, counts: new RecentCounts(reader, clock) }
  const app = express.Router()
  app.get('/', eventsPage(viewer))
  app.get('/newer', newerEvents(viewer))
  app.get('/events/:object/:timestamp.txt', eventText(viewer))
  app.get('/events/:object/:timestamp.ndjson', eventNdjson(viewer))
  app.get('/events/:object/:timestamp', eventPage(viewer))
  app.get('/events/:object/:timestamp/previous', neighbourPage(viewer, 'previous'))
  app.get('/events/:object/:timestamp/next', neighbourPage(viewer, 'next'))
  app.get('/objects/:object', objectPage(viewer))
  app.get('/overview', overviewPage(viewer))
  app.get('/traces/:trace', tracePage(viewer))
  app.get('/cost', costPage(viewer))
  return app
}
