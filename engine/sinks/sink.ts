import type { LogEvent } from '../event.ts'

/** What `commit()` resolves to: the event is stored. */
export interface Receipt {
  /** The key it is stored under, such as `workout_42`. */
  readonly object: string
  /** Its sort key: milliseconds since the epoch, with a fraction that makes it unique. */
  readonly timestamp: string
  /** Its size, as DynamoDB counts it. */
  readonly bytes: number
  /** What storing it took, table and index together. */
  readonly writeUnits: number
  /** How many lines it has. */
  readonly lines: number
}

/** A place that events are stored in. */
export interface Sink {
  /**
   * Stores an event. The same event may be written again after a failure, and must then be stored
   * once.
   *
   * @throws whatever hindered it; a StacktaleError whose code names a passing failure is tried again
   */
  write(event: LogEvent): Promise<Receipt>
}
