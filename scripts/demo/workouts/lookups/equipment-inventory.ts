import type { Equipment } from '../exercises/equipment.ts'
import { KIT_EQUIPMENT } from '../users/kit.ts'
import type { Kit } from '../users/kit.ts'
import type { User } from '../users/user.ts'
import { ask } from './ask.ts'
import type { LookupLog } from './ask.ts'
import { inventoryApi } from './service.ts'
import type { Surroundings } from './surroundings.ts'

const MISSING_RATE = 0.06

export interface MissingEquipment {
  readonly item: Equipment
  readonly reason: string
}

export interface Inventory {
  readonly available: readonly Equipment[]
  readonly missing: readonly MissingEquipment[]
}

const REASONS: Readonly<Record<Kit, readonly string[]>> = {
  gym: ['reserved for a class', 'out for repair', 'always taken at this hour'],
  garage: ['lent to a neighbour', 'behind the winter tyres', 'broken since last week'],
  'living room': ['packed away', 'lent to a sister', 'the dog has it'],
  hotel: ['already taken by another guest', 'out of order'],
  park: ['left at home', 'fenced off for repairs'],
  'bare floor': ['nowhere to be found'],
}

export class EquipmentInventory {
  readonly #surroundings: Surroundings

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings
  }

  /** What the user can train with today. */
  async of(user: User, log: LookupLog): Promise<Inventory> {
    return await ask(inventoryApi, () => this.#takeStock(user.kit), this.#surroundings, log)
  }

  #takeStock(kit: Kit): Inventory {
    const { random } = this.#surroundings
    const missing = KIT_EQUIPMENT[kit]
      .filter(() => random.chance(MISSING_RATE))
      .map((item) => ({ item, reason: random.pick(REASONS[kit]) }))
    const gone = new Set(missing.map(({ item }) => item))
    return { available: KIT_EQUIPMENT[kit].filter((item) => !gone.has(item)), missing }
  }
}
