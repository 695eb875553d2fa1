/** How much time the measuring takes. */
export interface Effort {
  /** How often each side is measured, in turns; the medians of these count. */
  readonly rounds: number
  /** For each side in each round. */
  readonly budgetMs: number
  /** For each side before the first round that counts, so that V8 has compiled what it will. */
  readonly warmUpMs: number
  /** As `rounds`, for each stage of a line. */
  readonly stageRounds: number
  /** How many times each side generates `workoutsPerTurn` workouts, in turns. */
  readonly workoutTurns: number
  readonly workoutsPerTurn: number
  /** How many turns' workouts each side generates before the first turn that counts. */
  readonly warmUpTurns: number
  readonly keptLines: number
}

export const THOROUGH: Effort = {
  rounds: 9,
  budgetMs: 100,
  warmUpMs: 2_000,
  stageRounds: 6,
  workoutTurns: 16,
  workoutsPerTurn: 10,
  warmUpTurns: 6,
  keptLines: 200_000,
}

export const QUICK: Effort = {
  rounds: 3,
  budgetMs: 10,
  warmUpMs: 100,
  stageRounds: 2,
  workoutTurns: 3,
  workoutsPerTurn: 4,
  warmUpTurns: 4,
  keptLines: 20_000,
}
