import type { AwsRequest } from './aws-request.ts'
import type { Charge } from './charge.ts'
import { itemSize } from './item-size.ts'
import { isObject, objectAt, objectsAt, textAt } from './wire.ts'
import type { WireObject } from './wire.ts'

const READ_UNIT_BYTES = 4096

/** What a read will be charged to. Units are not known before. */
export function readResources({ operation, input }: AwsRequest): readonly Charge[] {
  if (operation === 'BatchGetItem') {
    return Object.keys(objectAt(input, 'RequestItems')).map((table) => ({ table, units: 0 }))
  }
  const index = textAt(input, 'IndexName')
  return [{ table: textAt(input, 'TableName'), ...(index !== '' && { index }), units: 0 }]
}

/**
 * What a read took. Where the answer leaves out what was read (filters, projections, counts), that is
 * what the store reports, which counts some strings as shorter than AWS does.
 */
export function readCost(request: AwsRequest, output: WireObject): readonly Charge[] {
  return readResources(request).map((charge) => ({
    ...charge,
    units: unitsOf(request, output, charge.table),
  }))
}

function unitsOf({ operation, input }: AwsRequest, output: WireObject, table: string): number {
  if (operation === 'BatchGetItem') return batchUnits(input, output, table)
  const consistent = input['ConsistentRead'] === true
  if (isPartial(input, output)) {
    return Math.max(reportedUnits(output['ConsumedCapacity']), unitsFor(0, consistent))
  }
  const items = operation === 'GetItem' ? [objectAt(output, 'Item')] : objectsAt(output, 'Items')
  return unitsFor(
    items.reduce((sum, item) => sum + itemSize(item), 0),
    consistent,
  )
}

/** The items of a batch are rounded up one by one, and those that are missing count as well. */
function batchUnits(input: WireObject, output: WireObject, table: string): number {
  const asked = objectAt(objectAt(input, 'RequestItems'), table)
  const left = objectAt(objectAt(output, 'UnprocessedKeys'), table)
  const found = objectsAt(objectAt(output, 'Responses'), table)
  const consistent = asked['ConsistentRead'] === true
  const missing = objectsAt(asked, 'Keys').length - objectsAt(left, 'Keys').length - found.length
  return found.reduce(
    (sum, item) => sum + unitsFor(itemSize(item), consistent),
    missing * unitsFor(0, consistent),
  )
}

function isPartial(input: WireObject, output: WireObject): boolean {
  return (
    'ProjectionExpression' in input ||
    'AttributesToGet' in input ||
    input['Select'] === 'COUNT' ||
    output['Count'] !== output['ScannedCount']
  )
}

function reportedUnits(consumed: unknown): number {
  return isObject(consumed) ? Number(consumed['CapacityUnits'] ?? 0) : 0
}

function unitsFor(sizeBytes: number, consistent: boolean): number {
  return Math.max(1, Math.ceil(sizeBytes / READ_UNIT_BYTES)) * (consistent ? 1 : 0.5)
}
