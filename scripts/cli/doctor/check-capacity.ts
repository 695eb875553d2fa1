import { exceedsFreeUnits, FREE_UNITS } from '../../../engine/table/free-tier.ts'
import { FEED_UNITS, TABLE_UNITS } from '../../../engine/table/schema.ts'
import type { TableStatus } from '../../../engine/table/table-status.ts'
import { shellWord } from '../../../engine/table/shell-word.ts'
import type { Finding } from './finding.ts'
import { fine, wrong } from './finding.ts'

/** Whether the table and its index stay within what is free. */
export function checkCapacity({ table, units, feed }: TableStatus): Finding {
  if (units === undefined) {
    return fine('capacity', 'on-demand: paid for by the request, outside of the free tier')
  }
  const write = units.write + (feed?.units?.write ?? 0)
  const read = units.read + (feed?.units?.read ?? 0)
  const says = `${write} write and ${read} read units of the ${FREE_UNITS.write} and ${FREE_UNITS.read} that are free`
  if (!exceedsFreeUnits({ write, read })) return fine('capacity', says)
  return wrong('capacity', `${says}: the others are paid for.`, updateCommand(table))
}

function updateCommand(table: string): string {
  const index = [{ Update: { IndexName: 'feed', ProvisionedThroughput: unitsFor(FEED_UNITS) } }]
  const { ReadCapacityUnits, WriteCapacityUnits } = unitsFor(TABLE_UNITS)
  return `aws dynamodb update-table --table-name ${shellWord(table)} --provisioned-throughput ReadCapacityUnits=${ReadCapacityUnits},WriteCapacityUnits=${WriteCapacityUnits} --global-secondary-index-updates ${shellWord(JSON.stringify(index))}`
}

function unitsFor({ read, write }: { readonly read: number; readonly write: number }): {
  readonly ReadCapacityUnits: number
  readonly WriteCapacityUnits: number
} {
  return { ReadCapacityUnits: read, WriteCapacityUnits: write }
}
