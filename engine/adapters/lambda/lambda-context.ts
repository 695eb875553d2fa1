/** What Lambda says of an invocation: as much of it as is told in the invocation's event. */
export interface LambdaContext {
  readonly functionName: string
  readonly awsRequestId: string
  /** Lambda gives it as a text. */
  readonly memoryLimitInMB: string | number
  readonly functionVersion?: string
  /** Where many invocations run in one process, Lambda gives the trace here. */
  readonly xRayTraceId?: string | undefined
  /** Milliseconds until Lambda ends the invocation. */
  getRemainingTimeInMillis(): number
}

/** Infinity for a context that does not tell, as where a test calls the handler with none of Lambda's. */
export function remainingMs(context: LambdaContext): number {
  return 'getRemainingTimeInMillis' in context ? context.getRemainingTimeInMillis() : Infinity
}

/** The function's name, from its environment where the context does not tell. */
export function nameOf({ functionName }: LambdaContext): string {
  const told: unknown = functionName
  return typeof told === 'string' && told !== ''
    ? told
    : (process.env['AWS_LAMBDA_FUNCTION_NAME'] ?? 'function')
}
