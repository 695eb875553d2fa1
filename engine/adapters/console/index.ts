export type { LineOptions } from '../lines/line-options.ts'
export type { StartTimer } from '../lines/start-timer.ts'
export type { CaptureConsoleOptions } from './capture-console.ts'
export { captureConsole } from './capture-console.ts'
