import { StacktaleError } from '../errors/stacktale-error.ts'
import { TableCarrier, tableLoad } from '../delivery/table-carrier.ts'
import type { LogEvent } from '../event.ts'
import { writtenEvent } from '../item/written-event.ts'
import type { TableLocation } from '../table/client.ts'
import type { Receipt, Sink } from './sink.ts'

/** Writes events to the table one by one, without delivery's queue, pacing and retries. */
export class DynamoDbSink implements Sink {
  readonly #carrier: TableCarrier

  constructor(location: TableLocation) {
    this.#carrier = new TableCarrier(location)
  }

  /** The keys are unique, so putting the same event again changes nothing. */
  async write(event: LogEvent): Promise<Receipt> {
    const [fate] = await this.#carrier.carry([tableLoad(writtenEvent(event))])
    if (fate === undefined || fate instanceof StacktaleError) throw fate
    return fate
  }
}
