/** How much time the measuring takes. */
export interface Effort {
  /** How often each side is measured, in turns; the medians of these count. */
  readonly rounds: number
  /** For each side in each round. */
  readonly budgetMs: number
  /** As `rounds`, for each stage of a line. */
  readonly stageRounds: number
  /** How many times each side generates `workoutsPerTurn` workouts, in turns. */
  readonly workoutTurns: number
  readonly workoutsPerTurn: number
  readonly keptLines: number
}

export const THOROUGH: Effort = {
  rounds: 11,
  budgetMs: 60,
  stageRounds: 6,
  workoutTurns: 20,
  workoutsPerTurn: 10,
  keptLines: 200_000,
}

export const QUICK: Effort = {
  rounds: 3,
  budgetMs: 8,
  stageRounds: 2,
  workoutTurns: 3,
  workoutsPerTurn: 4,
  keptLines: 20_000,
}
