import type { ErrorCode } from '../errors/stacktale-error.ts'
import { StacktaleError } from '../errors/stacktale-error.ts'
import { serviceError } from '../table/service-error.ts'

const ADVICE: { readonly [code in ErrorCode]?: string } = {
  'stream-missing':
    'Expected is a stream of this name in this region and account: create it, or check its name, AWS_REGION and the credentials.',
  'access-denied': 'A writer needs kinesis:PutRecords on the stream.',
  'credentials-missing':
    'No AWS credentials were found. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or give the machine a role.',
  'credentials-rejected': 'Renew the credentials, and check that the machine’s clock is right.',
  'region-missing': 'Set AWS_REGION, or pass kinesisSink({ region }).',
  'endpoint-unreachable': 'Check the network, the region and the endpoint.',
  throttled: 'The stream is written to faster than its shards take it.',
}

/** A failure of the SDK or of Kinesis in stacktale's words. */
export function kinesisError(error: unknown, stream: string): StacktaleError {
  if (error instanceof StacktaleError) return error
  const code = codeOf(error, stream)
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const advice = ADVICE[code]
  return new StacktaleError(
    code,
    `Kinesis did not take events for the stream "${stream}" (${reason}).${advice === undefined ? '' : ` ${advice}`}`,
    { cause: error },
  )
}

/** Why a record of a request that was taken was not. @param reason what Kinesis calls it */
export function recordRefused(reason: string, stream: string): StacktaleError {
  const isThrottled = reason === 'ProvisionedThroughputExceededException'
  return new StacktaleError(
    isThrottled ? 'throttled' : 'service-failed',
    `Kinesis did not take an event for the stream "${stream}", though it was asked several times (${reason}).`,
  )
}

/** What goes wrong with AWS has the same names in all its services; a table that is missing is a stream here. */
function codeOf(error: unknown, stream: string): ErrorCode {
  const { code } = serviceError(error, { table: stream })
  if (error instanceof Error && error.name.includes('Throttling')) return 'throttled'
  if (code === 'table-missing') return 'stream-missing'
  return code === 'table-mismatch' ? 'request-rejected' : code
}
