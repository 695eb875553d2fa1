/** Lines of TypeScript that use each entry of the package as an application does. */
export const ENTRY_PROGRAMS: Readonly<Record<string, string>> = {
  stacktale: `
import { configure, consoleSink, GenericLogger, StacktaleError } from 'stacktale'
import type { LogEvent, Options } from 'stacktale'
const options: Options = { sink: consoleSink(), region: 'eu-central-1' }
configure(options)
export const log: GenericLogger = new GenericLogger({ id: 7 }, 'workout')
log.info('Picked', { rows: 2 })
export const titleOf = (event: LogEvent): string => event.title
export const isOurs = (error: unknown): boolean => error instanceof StacktaleError
// @ts-expect-error A logger is about something.
new GenericLogger()
`,
  'stacktale/table': `
import { TableReader } from 'stacktale/table'
export const page = await new TableReader({ table: 'stacktale' }).feed({ level: 'warn' })
export const objects: readonly string[] = page.events.map((event) => event.object)
// @ts-expect-error There is no such level.
await new TableReader().feed({ level: 'loud' })
`,
  'stacktale/testing': `
import { memorySink, storyOf } from 'stacktale/testing'
export const story: string = storyOf(memorySink().only())
// @ts-expect-error A story is a text.
export const notStory: number = storyOf(memorySink().only())
`,
  'stacktale/viewer': `
import { createServer } from 'node:http'
import { createViewer } from 'stacktale/viewer'
import type { ViewerOptions } from 'stacktale/viewer'
const viewing: ViewerOptions = { table: 'stacktale', auth: false }
createServer(createViewer(viewing))
// @ts-expect-error A table has a name.
createViewer({ table: 7, auth: false })
`,
  'stacktale/audit': `
import { auditEvents } from 'stacktale/audit'
export const audit = auditEvents({ prefix: 'viewer', batchMs: 60_000 })
audit({ action: 'signed-in', user: 'ada', address: '127.0.0.1' })
// @ts-expect-error There is no such action.
audit({ action: 'left', user: 'ada', address: '127.0.0.1' })
`,
  'stacktale/express': `
import { createServer } from 'node:http'
import { requestErrors, requestEvents } from 'stacktale/express'
const middleware = requestEvents({ prefix: 'request', ignore: ({ url }) => url === '/health' })
createServer((request, response) => middleware(request, response, () => response.end()))
export { requestErrors }
// @ts-expect-error A prefix is a text.
requestEvents({ prefix: 7 })
`,
  'stacktale/lambda': `
import { lambdaEvents } from 'stacktale/lambda'
export const packing = lambdaEvents(async ({ order }: { order: string }) => ({ packed: order }))
// @ts-expect-error What is wrapped is a handler.
lambdaEvents('handler')
`,
  'stacktale/kinesis': `
import { kinesisConsumer, kinesisSink } from 'stacktale/kinesis'
export const sink = kinesisSink({ stream: 'events' })
export const consuming = kinesisConsumer({ table: 'stacktale' })
// @ts-expect-error A sink has a stream.
kinesisSink({})
`,
  'stacktale/pino': `
import transport, { pinoStream } from 'stacktale/pino'
export const stream = pinoStream({ prefix: 'pino' })
export { transport }
// @ts-expect-error A prefix is a text.
pinoStream({ prefix: 7 })
`,
  'stacktale/winston': `
import winston from 'winston'
import { WinstonTransport } from 'stacktale/winston'
export const logger = winston.createLogger({ transports: [new WinstonTransport()] })
// @ts-expect-error A prefix is a text.
new WinstonTransport({ prefix: 7 })
`,
  'stacktale/console': `
import { captureConsole } from 'stacktale/console'
export const release = captureConsole()
// @ts-expect-error A prefix is a text.
captureConsole({ prefix: 7 })
`,
}
