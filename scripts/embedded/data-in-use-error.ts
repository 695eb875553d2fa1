import type { DataOwner } from './data-owner.ts'

/** Another process uses the data that were to be opened. */
export class DataInUseError extends Error {
  override readonly name = 'DataInUseError'
  readonly owner: DataOwner

  constructor(path: string, owner: DataOwner) {
    const where = owner.endpoint === undefined ? 'just starting' : `at ${owner.endpoint}`
    super(
      `Another stacktale is already running with this data (${path}): pid ${owner.pid}, its database ${where}.\n` +
        'Stop that one first, or choose another data folder.',
    )
    this.owner = owner
  }
}
