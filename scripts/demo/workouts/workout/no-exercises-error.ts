/** No exercise passed the filter, even after it was relaxed as far as is safe. */
export class NoExercisesError extends Error {
  override readonly name = 'NoExercisesError'
  readonly relaxations: number

  constructor(wanted: string, relaxations: number) {
    super(
      relaxations === 0
        ? `No exercise for ${wanted} passes the filter`
        : `No exercise for ${wanted} passes the filter, relaxed ${relaxations} times`,
    )
    this.relaxations = relaxations
  }
}
