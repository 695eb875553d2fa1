import { StacktaleError } from '../errors/stacktale-error.ts'
import { directoryItem } from '../item/directory.ts'
import { encodeWritten } from '../item/encode-event.ts'
import type { Item } from '../item/item.ts'
import type { WrittenEvent } from '../item/written-event.ts'
import { sameKey } from '../item/same-key.ts'
import type { TableLocation } from '../table/client.ts'
import { documentClient, tableName } from '../table/client.ts'
import { serviceError } from '../table/service-error.ts'
import type { Carrier, Fate } from './carrier.ts'
import type { Load } from './load.ts'
import { receiptOfLoad } from './load.ts'

/** The items that an event becomes; more than one where it is too big for one. */
export type Items = readonly Item[]

/** BatchWriteItem's bound. */
const MOST_ITEMS = 25
const MOST_REQUESTS = 8

/** Makes an event ready for a table. */
export function tableLoad(event: WrittenEvent): Load<Items> {
  const { object, timestamp, prefix, level, lines } = event.header
  const { items, bytes, writeUnits } = encodeWritten(event)
  return {
    object,
    timestamp,
    prefix,
    level,
    lines,
    bytes,
    writeUnits,
    content: items,
  }
}

/**
 * Puts events into the table, up to 25 a request, and names each prefix once in its directory. The
 * keys are unique, so putting the same event again changes nothing.
 */
export class TableCarrier implements Carrier<Items> {
  readonly mostLoads: number = MOST_ITEMS
  readonly mostCarrying: number = MOST_REQUESTS
  readonly isService = true
  readonly #location: TableLocation
  readonly #table: string
  readonly #named = new Set<string>()

  constructor(location: TableLocation) {
    this.#location = location
    this.#table = tableName(location)
  }

  async carry(loads: readonly Load<Items>[]): Promise<readonly Fate[]> {
    const fates = new Map<Load<Items>, Fate>()
    try {
      await this.#namePrefixes(loads)
      const single = loads.filter(({ content }) => content.length === 1)
      const unprocessed = await this.#putTogether(single.flatMap(({ content }) => content))
      for (const load of single) fates.set(load, fateOf(load, unprocessed))
      for (const load of loads) if (load.content.length > 1) await this.#putParts(load, fates)
    } catch (error) {
      const reason = serviceError(error, { ...this.#location, table: this.#table })
      // A table that is made anew has an empty directory.
      if (reason.code === 'table-missing') this.#named.clear()
      return loads.map((load) => fates.get(load) ?? reason)
    }
    return loads.map((load) => fates.get(load) ?? throttled())
  }

  async #namePrefixes(loads: readonly Load<Items>[]): Promise<void> {
    const prefixes = new Set(loads.map(({ prefix }) => prefix))
    for (const prefix of prefixes) {
      if (this.#named.has(prefix)) continue
      await this.#put(directoryItem(prefix))
      this.#named.add(prefix)
    }
  }

  /** The parts first, so that an event that can be found is whole. */
  async #putParts(load: Load<Items>, fates: Map<Load<Items>, Fate>): Promise<void> {
    for (const item of load.content) await this.#put(item)
    fates.set(load, receiptOfLoad(load))
  }

  /** @returns those that the table did not take this time */
  async #putTogether(items: Items): Promise<readonly unknown[]> {
    const [first] = items
    if (first === undefined) return []
    if (items.length === 1) {
      await this.#put(first)
      return []
    }
    const client = await documentClient(this.#location)
    const { BatchWriteCommand, NumberValue } = await import('@aws-sdk/lib-dynamodb')
    const requests = items.map((item) => ({
      PutRequest: { Item: { ...item, timestamp: NumberValue.from(item.timestamp) } },
    }))
    const { UnprocessedItems = {} } = await client.send(
      new BatchWriteCommand({ RequestItems: { [this.#table]: requests } }),
    )
    return (UnprocessedItems[this.#table] ?? []).map(({ PutRequest }) => PutRequest?.Item)
  }

  async #put(item: Item): Promise<void> {
    const client = await documentClient(this.#location)
    const { NumberValue, PutCommand } = await import('@aws-sdk/lib-dynamodb')
    await client.send(
      new PutCommand({
        TableName: this.#table,
        Item: { ...item, timestamp: NumberValue.from(item.timestamp) },
      }),
    )
  }
}

function fateOf(load: Load<Items>, unprocessed: readonly unknown[]): Fate {
  return unprocessed.some((item) => sameKey(item, load)) ? throttled() : receiptOfLoad(load)
}

function throttled(): StacktaleError {
  return new StacktaleError(
    'throttled',
    'The table is asked for more than its provisioned units a second.',
  )
}
