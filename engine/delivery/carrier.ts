import type { StacktaleError } from '../errors/stacktale-error.ts'
import type { Receipt } from '../sinks/sink.ts'
import type { Load } from './load.ts'

/** What became of a load: its receipt, or why it is not stored. */
export type Fate = Receipt | StacktaleError

/** Takes loads to where they are stored. */
export interface Carrier<Content> {
  /** How many loads go at once. */
  readonly mostLoads: number
  /** How many times at a time it may be asked to carry. */
  readonly mostCarrying: number
  /**
   * Whether all loads go to one service: what fails for one then fails for all, and throttling slows the
   * sending down.
   */
  readonly isService: boolean
  /**
   * Carries loads, at most `mostLoads`. The same load may come again after a failure, and must then
   * be stored once.
   *
   * @returns the fate of each, in their order; it never rejects
   */
  carry(loads: readonly Load<Content>[]): Promise<readonly Fate[]>
}
