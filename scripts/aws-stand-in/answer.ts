import type { AwsRequest, Write } from './aws-request.ts'
import { read } from './read.ts'
import type { Reply } from './reply.ts'
import type { Service } from './service.ts'
import { textAt } from './wire.ts'
import { writeBatch } from './write-batch.ts'
import { writeOne } from './write-one.ts'

/**
 * The answer of a DynamoDB that keeps AWS's rules. What it has no rules for, such as `UpdateItem`, the
 * store answers alone, and it costs nothing.
 */
export async function answer(
  service: Service,
  request: AwsRequest,
  isLeft: (write: Write) => boolean,
): Promise<Reply> {
  const { operation, input, headers } = request
  switch (operation) {
    case 'PutItem':
    case 'DeleteItem':
      return await writeOne(service, request)
    case 'BatchWriteItem':
      return await writeBatch(service, request, isLeft)
    case 'GetItem':
    case 'BatchGetItem':
    case 'Query':
    case 'Scan':
      return await read(service, request)
    case 'DeleteTable':
      service.shapes.forget(textAt(input, 'TableName'))
      service.stored.forgetTable(textAt(input, 'TableName'))
  }
  return await service.backend.send(operation, input, headers)
}
