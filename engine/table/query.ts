import { setTimeout as wait } from 'node:timers/promises'
import type { QueryCommandInput, QueryCommandOutput } from '@aws-sdk/lib-dynamodb'
import { backoffMs } from '../backoff.ts'
import type { TableLocation } from './client.ts'
import { documentClient, tableName } from './client.ts'
import { sharedPace } from './read-pace.ts'
import type { ReadTally } from './read-tally.ts'
import { unitsOf } from './read-units.ts'

/** A request for items of one partition. */
export type Query = (input: QueryCommandInput) => Promise<QueryCommandOutput>

const MOST_TRIES = 8
const PAUSES = { firstMs: 200, mostMs: 4_000 } as const
const THROTTLED = new Set(['ProvisionedThroughputExceededException', 'ThrottlingException'])

/**
 * Asks at a pace of so many read units a second, of the table and as many of each index. What is
 * throttled all the same is asked again, after pauses of 7 s together on average.
 */
export function pacedQuery(
  location: TableLocation,
  unitsPerSecond: number,
  tally: ReadTally,
): Query {
  const { region, endpoint } = location
  const table = tableName(location)
  return async (input) => {
    const client = await documentClient(location)
    const { QueryCommand } = await import('@aws-sdk/lib-dynamodb')
    const place = JSON.stringify([region, endpoint, table, input.IndexName])
    const pace = sharedPace(place, unitsPerSecond)
    for (let tries = 1; ; tries += 1) {
      await pace.turn()
      try {
        const output = await client.send(new QueryCommand(input))
        const units = unitsOf(output.ConsumedCapacity)
        pace.took(units)
        tally.took(units)
        return output
      } catch (error) {
        if (!isThrottled(error)) {
          pace.took(0)
          throw error
        }
        pace.throttled()
        if (tries === MOST_TRIES) throw error
        await wait(backoffMs(tries, PAUSES))
      }
    }
  }
}

function isThrottled(error: unknown): boolean {
  return error instanceof Error && THROTTLED.has(error.name)
}
