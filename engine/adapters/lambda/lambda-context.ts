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
