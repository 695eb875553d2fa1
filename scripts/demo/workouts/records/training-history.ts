import { ask } from '../lookups/ask.ts'
import type { LookupLog } from '../lookups/ask.ts'
import { historyStore } from '../lookups/service.ts'
import type { Surroundings } from '../lookups/surroundings.ts'
import type { User } from '../users/user.ts'
import { DamagedRecordError } from './damaged-record-error.ts'
import { inventRecord } from './invent-record.ts'
import type { TrainingRecord } from './training-record.ts'

const DAMAGE_RATE = 0.007

/** The training records of all users. */
export class TrainingHistory {
  readonly #surroundings: Surroundings
  readonly #records = new Map<number, TrainingRecord>()

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings
  }

  async of(user: User, log: LookupLog): Promise<TrainingRecord> {
    return await ask(historyStore, () => this.#read(user), this.#surroundings, log)
  }

  #read(user: User): TrainingRecord {
    const { clock, random } = this.#surroundings
    const record = this.#records.get(user.id) ?? inventRecord(user, clock(), random)
    this.#records.set(user.id, record)
    if (random.chance(DAMAGE_RATE)) checkStoredForm(user, record)
    return record
  }
}

/** A write was cut off in the middle: what can be read ends too early. */
function checkStoredForm(user: User, record: TrainingRecord): void {
  const stored = JSON.stringify({ phase: record.phase.number, workouts: record.done.length })
  try {
    JSON.parse(stored.slice(0, -1))
  } catch (error) {
    throw new DamagedRecordError(user.id, { cause: error })
  }
}
