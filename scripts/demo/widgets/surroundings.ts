import type { SeededRandom } from '../workouts/seeded-random.ts'

/** What a service of the shop has around it. */
export interface Surroundings {
  readonly random: SeededRandom
  /** Lets time pass, as the work that is not simulated would. */
  readonly pass: (ms: number, signal?: AbortSignal) => Promise<void>
}
