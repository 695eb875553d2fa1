import type { AwsRequest } from '../../scripts/aws-stand-in/aws-request.ts'
import { awsRequest } from '../../scripts/aws-stand-in/aws-request.ts'
import { Backend } from '../../scripts/aws-stand-in/backend.ts'
import { Listener } from '../../scripts/aws-stand-in/listener.ts'
import { sendOutcome } from '../../scripts/aws-stand-in/send-outcome.ts'
import { objectAt, textAt } from '../../scripts/aws-stand-in/wire.ts'
import type { Allowances } from './policy.ts'
import { allowances } from './policy.ts'

/** Passes requests on to a DynamoDB. @returns what has to be allowed for those that were made */
export async function recordedCalls(
  endpoint: string,
  use: (endpoint: string) => Promise<void>,
): Promise<Allowances> {
  const calls = new Set<string>()
  const backend = new Backend(endpoint)
  const listener = new Listener((incoming, body, response) => {
    const request = awsRequest(incoming.headers, body)
    const { operation, input, headers } = request
    for (const call of allowances([`dynamodb:${operation}`], resourcesOf(request))) calls.add(call)
    void backend
      .send(operation, input, headers)
      .then((reply) => sendOutcome(incoming, response, reply))
  })
  await listener.open()
  try {
    await use(`http://127.0.0.1:${listener.port}`)
  } finally {
    await listener.close()
    backend.close()
  }
  return [...calls].toSorted()
}

function resourcesOf({ input }: AwsRequest): readonly string[] {
  const batched = Object.keys(objectAt(input, 'RequestItems'))
  const index = textAt(input, 'IndexName')
  const tables = batched.length > 0 ? batched : [textAt(input, 'TableName')]
  return tables.map((table) => `table/${table}${index === '' ? '' : `/index/${index}`}`)
}
