/** A user's training record was found but can't be read. */
export class DamagedRecordError extends Error {
  override readonly name = 'DamagedRecordError'
  readonly userId: number

  constructor(userId: number, options: ErrorOptions) {
    super(`The training record of user ${userId} is damaged`, options)
    this.userId = userId
  }
}
