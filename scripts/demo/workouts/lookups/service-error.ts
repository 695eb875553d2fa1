/** What the driver or client of a service reports, with its own code. */
export class ServiceError extends Error {
  override readonly name: string
  readonly code: string

  constructor(name: string, code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = name
    this.code = code
  }
}
