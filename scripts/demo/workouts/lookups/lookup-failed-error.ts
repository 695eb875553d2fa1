/** A service gave no answer, however often it was asked. */
export class LookupFailedError extends Error {
  override readonly name = 'LookupFailedError'
  readonly service: string
  readonly attempts: number

  constructor(service: string, attempts: number, options: ErrorOptions) {
    super(`The ${service} gave no answer in ${attempts} attempts`, options)
    this.service = service
    this.attempts = attempts
  }
}
