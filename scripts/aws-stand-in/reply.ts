import type { WireObject } from './wire.ts'

/** An answer before it is sent. */
export interface Reply {
  readonly status: number
  readonly body: string
}

const SERVICE = 'com.amazonaws.dynamodb.v20120810'

export function success(output: WireObject): Reply {
  return { status: 200, body: JSON.stringify(output) }
}

export function throughputExceeded(): Reply {
  return failure(
    400,
    `${SERVICE}#ProvisionedThroughputExceededException`,
    'The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.',
  )
}

export function throttling(): Reply {
  return failure(
    400,
    'com.amazon.coral.availability#ThrottlingException',
    'Rate of requests exceeds the allowed throughput.',
  )
}

export function internalError(): Reply {
  return failure(500, `${SERVICE}#InternalServerError`, 'Internal server error')
}

export function expiredCredentials(): Reply {
  return failure(
    400,
    'com.amazon.coral.service#ExpiredTokenException',
    'The security token included in the request is expired',
  )
}

export function tableGone(): Reply {
  return failure(400, `${SERVICE}#ResourceNotFoundException`, 'Requested resource not found')
}

export function itemTooBig(): Reply {
  return failure(
    400,
    'com.amazon.coral.validate#ValidationException',
    'Item size has exceeded the maximum allowed size',
  )
}

function failure(status: number, type: string, message: string): Reply {
  return { status, body: JSON.stringify({ __type: type, message }) }
}
