import type { AwsRequest } from './aws-request.ts'
import type { Charge } from './charge.ts'
import type { WireObject } from './wire.ts'

/** An answer with AWS's `ConsumedCapacity` in place of the store's, where the request asks for it. */
export function withCapacity(
  { operation, input }: AwsRequest,
  output: WireObject,
  charges: readonly Charge[],
): WireObject {
  const { ConsumedCapacity: _, ...rest } = output
  const mode = input['ReturnConsumedCapacity']
  if (mode !== 'TOTAL' && mode !== 'INDEXES') return rest
  const tables = [...new Set(charges.map(({ table }) => table))]
  const capacities = tables.map((table) =>
    capacityOf(
      table,
      charges.filter((charge) => charge.table === table),
      mode === 'INDEXES',
    ),
  )
  return {
    ...rest,
    ConsumedCapacity: operation.startsWith('Batch') ? capacities : capacities[0],
  }
}

function capacityOf(table: string, charges: readonly Charge[], withIndexes: boolean): WireObject {
  const own = charges.filter(({ index }) => index === undefined)
  const total = { TableName: table, CapacityUnits: sum(charges) }
  if (!withIndexes) return total
  const byIndex = unitsByIndex(charges)
  return {
    ...total,
    Table: { CapacityUnits: sum(own) },
    ...(Object.keys(byIndex).length > 0 && { GlobalSecondaryIndexes: byIndex }),
  }
}

function unitsByIndex(charges: readonly Charge[]): WireObject {
  const names = new Set(charges.flatMap(({ index }) => (index === undefined ? [] : [index])))
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      { CapacityUnits: sum(charges.filter(({ index }) => index === name)) },
    ]),
  )
}

function sum(charges: readonly Charge[]): number {
  return charges.reduce((total, { units }) => total + units, 0)
}
