import type { IncomingHttpHeaders } from 'node:http'
import { isObject, objectAt, parseObject, textAt } from './wire.ts'
import type { WireObject } from './wire.ts'

/** One put or delete, alone or out of a batch. */
export interface Write {
  readonly kind: 'put' | 'delete'
  readonly table: string
  /** The item in DynamoDB's JSON, or of a delete the key. */
  readonly item: WireObject
}

/** A request as a client made it. */
export interface AwsRequest {
  /** Such as `PutItem`. */
  readonly operation: string
  readonly input: WireObject
  /** What `PutItem`, `DeleteItem` and `BatchWriteItem` ask for, in their order. */
  readonly writes: readonly Write[]
  readonly headers: IncomingHttpHeaders
}

export function awsRequest(headers: IncomingHttpHeaders, body: string): AwsRequest {
  const operation = String(headers['x-amz-target']).split('.').at(-1) ?? ''
  const input = parseObject(body)
  return { operation, input, headers, writes: writesOf(operation, input) }
}

/** The `RequestItems` of a batch of these writes. */
export function requestItems(writes: readonly Write[]): WireObject {
  const byTable: Record<string, WireObject[]> = {}
  for (const { kind, table, item } of writes) {
    const request =
      kind === 'put' ? { PutRequest: { Item: item } } : { DeleteRequest: { Key: item } }
    ;(byTable[table] ??= []).push(request)
  }
  return byTable
}

function writesOf(operation: string, input: WireObject): readonly Write[] {
  const table = textAt(input, 'TableName')
  switch (operation) {
    case 'PutItem':
      return [{ kind: 'put', table, item: objectAt(input, 'Item') }]
    case 'DeleteItem':
      return [{ kind: 'delete', table, item: objectAt(input, 'Key') }]
    case 'BatchWriteItem':
      return batchOf(objectAt(input, 'RequestItems'))
    default:
      return []
  }
}

function batchOf(items: WireObject): readonly Write[] {
  return Object.entries(items).flatMap(([table, requests]) =>
    (Array.isArray(requests) ? requests : [])
      .filter(isObject)
      .map((request) =>
        'PutRequest' in request
          ? { kind: 'put', table, item: objectAt(request['PutRequest'], 'Item') }
          : { kind: 'delete', table, item: objectAt(request['DeleteRequest'], 'Key') },
      ),
  )
}
