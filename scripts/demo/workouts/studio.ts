import type { Clock } from './clock.ts'
import { EquipmentInventory } from './lookups/equipment-inventory.ts'
import { ExerciseRepository } from './lookups/exercise-repository.ts'
import type { Surroundings } from './lookups/surroundings.ts'
import { TrainingHistory } from './records/training-history.ts'
import type { SeededRandom } from './seeded-random.ts'

/** The application: everything that its units of work look things up in. */
export interface Studio {
  readonly surroundings: Surroundings
  readonly clock: Clock
  readonly random: SeededRandom
  readonly exercises: ExerciseRepository
  readonly equipment: EquipmentInventory
  readonly history: TrainingHistory
}

export function openStudio(surroundings: Surroundings): Studio {
  return {
    surroundings,
    clock: surroundings.clock,
    random: surroundings.random,
    exercises: new ExerciseRepository(surroundings),
    equipment: new EquipmentInventory(surroundings),
    history: new TrainingHistory(surroundings),
  }
}
