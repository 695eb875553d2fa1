export type { LambdaContext } from './lambda-context.ts'
export type { LambdaCallback, LambdaHandler } from './as-async.ts'
export type { LambdaEventOptions } from './lambda-events.ts'
export { lambdaEvents } from './lambda-events.ts'
