import type { AwsRequest } from './aws-request.ts'
import { withCapacity } from './consumed-capacity.ts'
import { readCost, readResources } from './read-cost.ts'
import type { Reply } from './reply.ts'
import { success, throughputExceeded } from './reply.ts'
import type { Service } from './service.ts'
import { parseObject } from './wire.ts'

/** `GetItem`, `BatchGetItem`, `Query` and `Scan`: what a read takes is known, and charged, afterwards. */
export async function read(
  { backend, meter, counts }: Service,
  request: AwsRequest,
): Promise<Reply> {
  const { operation, input, headers } = request
  if (!meter.canTake('read', readResources(request))) {
    counts.throttled('read')
    return throughputExceeded()
  }
  const asking = { ...input, ReturnConsumedCapacity: 'TOTAL' }
  const reply = await backend.send(operation, asking, headers)
  if (reply.status !== 200) return reply
  const output = parseObject(reply.body)
  const cost = readCost(request, output)
  meter.take('read', cost)
  return success(withCapacity(request, output, cost))
}
