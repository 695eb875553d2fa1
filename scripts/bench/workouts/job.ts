/** How a process generates workouts, told when it starts. */
export interface WorkoutOptions {
  /** What becomes of the messages: nothing, a text, a line without depth, or a line. */
  readonly logging: 'silent' | 'wording' | 'plain' | 'full'
  /** The embedded database, if exercises are looked up there. Default: in memory. */
  readonly endpoint?: string
  /** Whether events are stored there too. Default: they are told to a null sink. */
  readonly stores?: boolean
}

/** A piece of work that the process is asked for. The same seed makes the same workouts. */
export interface Job {
  readonly seed: number
  readonly workouts: number
}

export interface Answer {
  readonly ms: number
  /** How many exercises the workouts have: equal on both sides. */
  readonly exercises: number
  /** How many lines were committed. */
  readonly lines: number
}

export function isJob(message: unknown): message is Job {
  return typeof message === 'object' && message !== null && 'seed' in message
}

export function isAnswer(message: unknown): message is Answer {
  return typeof message === 'object' && message !== null && 'exercises' in message
}
