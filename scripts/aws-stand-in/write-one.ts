import type { AwsRequest } from './aws-request.ts'
import { withCapacity } from './consumed-capacity.ts'
import { ITEM_LIMIT_BYTES } from './item-size.ts'
import { planWrites } from './plan-writes.ts'
import type { Reply } from './reply.ts'
import { itemTooBig, success, throughputExceeded } from './reply.ts'
import type { Service } from './service.ts'
import { parseObject } from './wire.ts'
import { writeCost } from './write-cost.ts'

/** `PutItem` and `DeleteItem`. */
export async function writeOne(service: Service, request: AwsRequest): Promise<Reply> {
  const { backend, meter, counts, stored } = service
  const { operation, input, headers } = request
  const [planned] = (await planWrites(service, request)) ?? []
  if (planned === undefined) return await backend.send(operation, input, headers)
  const { write, key, before, after } = planned
  if ((after?.sizeBytes ?? 0) > ITEM_LIMIT_BYTES) return itemTooBig()
  const cost = writeCost(write.table, before, after)
  if (!meter.canTake('write', cost)) {
    counts.throttled('write')
    return throughputExceeded()
  }
  meter.take('write', cost)
  if (write.kind === 'put') counts.put(key)
  const reply = await backend.send(operation, input, headers)
  if (reply.status === 200) {
    stored.wrote(planned)
    return success(withCapacity(request, parseObject(reply.body), cost))
  }
  // A condition that fails has read the item, and takes the table's units.
  const hasFailedCondition = reply.body.includes('#ConditionalCheckFailedException')
  meter.giveBack(
    'write',
    cost.filter(({ index }) => index !== undefined || !hasFailedCondition),
  )
  return reply
}
