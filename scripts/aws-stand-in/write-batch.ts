import type { AwsRequest, Write } from './aws-request.ts'
import { requestItems } from './aws-request.ts'
import { withCapacity } from './consumed-capacity.ts'
import { ITEM_LIMIT_BYTES } from './item-size.ts'
import { planWrites } from './plan-writes.ts'
import type { Reply } from './reply.ts'
import { itemTooBig, success, throughputExceeded } from './reply.ts'
import type { Service } from './service.ts'
import type { PlannedWrite } from './stored-items.ts'
import { parseObject } from './wire.ts'
import { writeCost } from './write-cost.ts'

/**
 * `BatchWriteItem`: what there are units for is done and the rest is given back; where nothing could be
 * done, the batch is throttled.
 *
 * @param isLeft whether a write is given back whatever it costs
 */
export async function writeBatch(
  service: Service,
  request: AwsRequest,
  isLeft: (write: Write) => boolean,
): Promise<Reply> {
  const { backend, meter, counts, stored } = service
  const { operation, input, headers } = request
  const planned = await planWrites(service, request)
  if (planned === undefined) return await backend.send(operation, input, headers)
  if (planned.some(({ after }) => (after?.sizeBytes ?? 0) > ITEM_LIMIT_BYTES)) return itemTooBig()
  const accepted = planned
    .filter(({ write }) => !isLeft(write))
    .filter((one) => admit(service, one))
  if (accepted.length === 0) return throughputExceeded()
  for (const { write, key } of accepted) if (write.kind === 'put') counts.put(key)
  const RequestItems = requestItems(accepted.map(({ write }) => write))
  const reply = await backend.send(operation, { ...input, RequestItems }, headers)
  const cost = accepted.flatMap(costOf)
  if (reply.status !== 200) {
    meter.giveBack('write', cost)
    return reply
  }
  for (const one of accepted) stored.wrote(one)
  const left = planned.filter((one) => !accepted.includes(one)).map(({ write }) => write)
  const output = { ...parseObject(reply.body), UnprocessedItems: requestItems(left) }
  return success(withCapacity(request, output, cost))
}

function admit({ meter, counts }: Service, planned: PlannedWrite): boolean {
  const cost = costOf(planned)
  if (meter.canTake('write', cost)) {
    meter.take('write', cost)
    return true
  }
  counts.throttled('write')
  return false
}

function costOf({ write, before, after }: PlannedWrite): ReturnType<typeof writeCost> {
  return writeCost(write.table, before, after)
}
