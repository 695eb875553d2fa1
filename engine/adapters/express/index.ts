export type { Middleware, RequestEventOptions } from './request-events.ts'
export { requestErrors, requestEvents } from './request-events.ts'
