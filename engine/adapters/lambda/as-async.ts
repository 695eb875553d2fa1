import { ownFrame } from '../../depth/function-place.ts'

/** What a callback-style handler ends with. */
export type LambdaCallback = (error?: unknown, result?: unknown) => void

/** A handler as it is written for Lambda: it returns a promise, or takes a callback. */
export type LambdaHandler<Event, Context, Result> = (
  event: Event,
  context: Context,
  callback: LambdaCallback,
) => Promise<Result> | Result

/** How many parameters a handler has that ends with its callback. */
const WITH_CALLBACK = 3

/** Makes of a handler one that returns a promise, whichever way it ends. */
export function asAsync<Event, Context, Result>(
  handler: LambdaHandler<Event, Context, Result>,
): (event: Event, context: Context) => Promise<Result> {
  return async function invokeHandler(event, context) {
    ownFrame('invokeHandler')
    return await new Promise<Result>((resolve, reject) => {
      ownFrame('settle')
      const returned = handler(event, context, (error, result) => {
        // A callback's result has no type: it is passed on as it is.
        if (error === undefined || error === null) Reflect.apply(resolve, undefined, [result])
        else reject(error)
      })
      if (handler.length < WITH_CALLBACK || isThenable(returned)) resolve(returned)
    })
  }
}

function isThenable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value
}
