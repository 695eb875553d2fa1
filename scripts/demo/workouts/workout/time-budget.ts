/** The minutes of a workout, or of a part of it, that are not yet spent. */
export class TimeBudget {
  readonly minutes: number
  #spent = 0

  constructor(minutes: number) {
    this.minutes = minutes
  }

  get left(): number {
    return Math.max(0, this.minutes - this.#spent)
  }

  get spent(): number {
    return this.#spent
  }

  spend(minutes: number): void {
    this.#spent += minutes
  }
}
