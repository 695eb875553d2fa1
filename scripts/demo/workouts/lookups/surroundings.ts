import type { Clock } from '../clock.ts'
import type { SeededRandom } from '../seeded-random.ts'
import type { Latency } from './latency.ts'
import type { Service } from './service.ts'

/** The share of first attempts that a service fails at a time. */
export type FailureRate = (service: Service, time: number) => number

/** Everything that chance and time have a say in, so that a test or a backlog can have it instead. */
export interface Surroundings {
  readonly clock: Clock
  readonly random: SeededRandom
  readonly latency: Latency
  /** Default: the service's own. */
  readonly failureRate?: FailureRate
}
