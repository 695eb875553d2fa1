import type { ErrorCode } from '../errors/stacktale-error.ts'
import { StacktaleError } from '../errors/stacktale-error.ts'
import type { TableLocation } from './client.ts'
import { tableName } from './client.ts'
import { createCommand } from './create-command.ts'

interface Explanation {
  readonly code: ErrorCode
  readonly message: string
}

const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPROTO',
])

/**
 * A failure of the SDK or of DynamoDB in stacktale's words: what is wrong and what to do.
 *
 * @param location where the table was looked for
 */
export function serviceError(error: unknown, location: TableLocation): StacktaleError {
  if (error instanceof StacktaleError) return error
  const { code, message } = explain(error, location)
  return new StacktaleError(code, message, { cause: error })
}

function explain(error: unknown, location: TableLocation): Explanation {
  const { name, message, code } = describe(error)
  const table = tableName(location)
  return (
    explainByName(name, location) ??
    explainNetwork(name, code, message) ??
    explainByMessage(message, location) ?? {
      code: statusOf(error) >= 500 ? 'service-failed' : 'request-rejected',
      message: `DynamoDB did not take a request for the table "${table}" (${name}: ${message}).`,
    }
  )
}

function explainByName(name: string, location: TableLocation): Explanation | undefined {
  const table = tableName(location)
  switch (name) {
    case 'ResourceNotFoundException':
      return {
        code: 'table-missing',
        message: `There is no table "${table}" in this region and account. Create it: ${createCommand(location)}`,
      }
    case 'AccessDeniedException':
      return {
        code: 'access-denied',
        message: `These credentials may not use the table "${table}". A writer needs dynamodb:PutItem and dynamodb:BatchWriteItem on it; a reader needs dynamodb:Query on it and on its index "feed".`,
      }
    case 'CredentialsProviderError':
      return {
        code: 'credentials-missing',
        message:
          'No AWS credentials were found. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or give the machine a role.',
      }
    case 'UnrecognizedClientException':
    case 'InvalidSignatureException':
    case 'IncompleteSignatureException':
    case 'MissingAuthenticationTokenException':
    case 'InvalidClientTokenId':
    case 'ExpiredTokenException':
      return {
        code: 'credentials-rejected',
        message: `AWS does not accept the credentials (${name}). Renew them, and check that the machine's clock is right.`,
      }
    case 'ProvisionedThroughputExceededException':
    case 'ThrottlingException':
    case 'RequestLimitExceeded':
      return {
        code: 'throttled',
        message: `The table "${table}" is asked for more than its provisioned units a second.`,
      }
    default:
      return undefined
  }
}

function explainNetwork(name: string, code: string, message: string): Explanation | undefined {
  if (NETWORK_CODES.has(code) || NETWORK_CODES.has(name)) {
    return {
      code: 'endpoint-unreachable',
      message: `DynamoDB cannot be reached (${message || code}). Check the network, AWS_REGION and AWS_ENDPOINT_URL_DYNAMODB.`,
    }
  }
  if (['TimeoutError', 'AbortError', 'RequestTimeout'].includes(name) || code === 'ETIMEDOUT') {
    return { code: 'timed-out', message: `DynamoDB did not answer in time (${message || name}).` }
  }
  return undefined
}

function explainByMessage(message: string, location: TableLocation): Explanation | undefined {
  if (/region is missing|could not (load|find).*region/i.test(message)) {
    return {
      code: 'region-missing',
      message:
        'No AWS region is set. Set AWS_REGION, for example AWS_REGION=us-east-1, or pass configure({ region }).',
    }
  }
  if (/credential/i.test(message)) return explainByName('CredentialsProviderError', location)
  if (/does not have the specified index|key element does not match|key schema/i.test(message)) {
    return {
      code: 'table-mismatch',
      message: `The table "${tableName(location)}" is not one that stacktale made: its keys or its index "feed" differ. Use another name for the table: ${createCommand({ ...location, table: 'NAME' })}`,
    }
  }
  return undefined
}

function describe(error: unknown): { name: string; message: string; code: string } {
  if (!(error instanceof Error)) return { name: 'unknown', message: String(error), code: '' }
  return { name: error.name, message: messageOf(error), code: codeOf(error) }
}

/** Node gathers the failures of several addresses in an AggregateError without a message. */
function messageOf(error: Error): string {
  if (error.message !== '' || !(error instanceof AggregateError)) return error.message
  return error.errors
    .map((inner) => (inner instanceof Error ? inner.message : String(inner)))
    .join(', ')
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('$metadata' in error)) return 0
  const metadata = error.$metadata
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return 0
  return Number(metadata.httpStatusCode)
}
