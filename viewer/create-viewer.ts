import type { IncomingMessage, ServerResponse } from 'node:http'
import compression from 'compression'
import express from 'express'
import { allowHosts, LOOPBACK_HOSTS } from './http/allowed-hosts.ts'
import { publicFiles } from './http/public-files.ts'
import { securityHeaders } from './http/security-headers.ts'
import { useViews } from './http/views.ts'
import { eventNdjson } from './pages/event-ndjson.ts'
import { eventText } from './pages/event-text.ts'
import { eventPage } from './pages/event.ts'
import { eventsPage } from './pages/events.ts'
import { failurePage } from './pages/failure.ts'
import { health } from './pages/health.ts'
import { onlyReading } from './pages/method-not-allowed.ts'
import { neighbourPage } from './pages/neighbour.ts'
import { notFoundPage } from './pages/not-found.ts'
import { objectPage } from './pages/object.ts'
import { tracePage } from './pages/trace.ts'
import { reportToStandardError } from './report-error.ts'
import type { ViewerContext } from './viewer-context.ts'
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
 * reads. It has no password: mounted, it is as protected as the app around it.
 *
 * @throws StacktaleError `option-invalid`
 * @example
 * ```ts
 * app.use('/admin/logs', requireAdmin, createViewer({ allowedHosts: ['admin.example.com'] }))
 * ```
 */
export function createViewer(options: ViewerOptions = {}): ViewerHandler {
  const assets = publicFiles()
  const viewer: ViewerContext = {
    reader: readerOf(options),
    clock: options.clock ?? Date.now,
    reportError: options.onError ?? reportToStandardError,
    assetsPath: assets.path,
  }
  const app = express()
  app.disable('x-powered-by').disable('etag')
  useViews(app)
  app.use(compression())
  app.use(securityHeaders)
  app.get('/healthz', health)
  app.use(allowHosts(options.allowedHosts ?? LOOPBACK_HOSTS))
  app.use(onlyReading(viewer))
  app.use(assets.path, assets.handler)
  app.get('/', eventsPage(viewer))
  app.get('/events/:object/:timestamp.txt', eventText(viewer))
  app.get('/events/:object/:timestamp.ndjson', eventNdjson(viewer))
  app.get('/events/:object/:timestamp', eventPage(viewer))
  app.get('/events/:object/:timestamp/previous', neighbourPage(viewer, 'previous'))
  app.get('/events/:object/:timestamp/next', neighbourPage(viewer, 'next'))
  app.get('/objects/:object', objectPage(viewer))
  app.get('/traces/:trace', tracePage(viewer))
  app.use(notFoundPage(viewer))
  app.use(failurePage(viewer))
  return app
}
