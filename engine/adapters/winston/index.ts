export type { LineOptions } from '../lines/line-options.ts'
export type { StartTimer } from '../lines/start-timer.ts'
export type { WinstonTransportOptions } from './winston-transport.ts'
export { WinstonTransport } from './winston-transport.ts'
