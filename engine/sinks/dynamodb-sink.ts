import type { LogEvent } from '../event.ts'
import { directoryItem } from '../item/directory.ts'
import { encodeEvent } from '../item/encode-event.ts'
import type { Item } from '../item/item.ts'
import type { TableLocation } from '../table/client.ts'
import { documentClient, tableName } from '../table/client.ts'
import { serviceError } from '../table/service-error.ts'
import type { Receipt, Sink } from './sink.ts'

/** Writes events to the table, and names each prefix once in its directory. */
export class DynamoDbSink implements Sink {
  readonly #location: TableLocation
  readonly #table: string
  readonly #named = new Set<string>()

  constructor(location: TableLocation) {
    this.#location = location
    this.#table = tableName(location)
  }

  /** The keys are unique, so putting the same event again changes nothing. */
  async write(event: LogEvent): Promise<Receipt> {
    const { object, timestamp, prefix, lines } = event
    const { items, bytes, writeUnits } = encodeEvent(event)
    try {
      if (!this.#named.has(prefix)) {
        await this.#put(directoryItem(prefix))
        this.#named.add(prefix)
      }
      for (const item of items) await this.#put(item)
    } catch (error) {
      throw serviceError(error, this.#table)
    }
    return { object, timestamp, bytes, writeUnits, lines: lines.length }
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
