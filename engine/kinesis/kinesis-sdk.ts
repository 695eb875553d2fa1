import type * as Sdk from '@aws-sdk/client-kinesis'
import type * as Handlers from '@smithy/node-http-handler'
import { StacktaleError } from '../errors/stacktale-error.ts'

// Each import stands in a try of its own: so bundlers let a package pass that is not installed.

/** @throws StacktaleError `option-invalid` where it is not installed */
export async function kinesisSdk(): Promise<typeof Sdk> {
  try {
    return await import('@aws-sdk/client-kinesis')
  } catch (cause) {
    throw missing(cause)
  }
}

/** @throws StacktaleError `option-invalid` where it is not installed */
export async function httpHandlers(): Promise<typeof Handlers> {
  try {
    return await import('@smithy/node-http-handler')
  } catch (cause) {
    throw missing(cause)
  }
}

function missing(cause: unknown): StacktaleError {
  return new StacktaleError(
    'option-invalid',
    'A Kinesis sink needs the package @aws-sdk/client-kinesis, which cannot be loaded: npm install @aws-sdk/client-kinesis. At an endpoint without TLS it needs @smithy/node-http-handler too.',
    { cause },
  )
}
