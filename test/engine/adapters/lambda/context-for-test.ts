import type { LambdaContext } from 'stacktale/lambda'

/** What Lambda would say of an invocation, with so much time left. */
export function contextOf(requestId = 'r-1', remainingMs = 30_000): LambdaContext {
  const startedAt = performance.now()
  return {
    functionName: 'checkout',
    functionVersion: '$LATEST',
    awsRequestId: requestId,
    memoryLimitInMB: '128',
    getRemainingTimeInMillis: () => remainingMs - (performance.now() - startedAt),
  }
}
