/** Units that a request takes of a table, or of one of its indexes. */
export interface Charge {
  readonly table: string
  /** Undefined for the table itself. */
  readonly index?: string | undefined
  readonly units: number
}

export type Direction = 'write' | 'read'

/** A table's or an index's own name among all. Neither name can hold a slash. */
export function resourceName(table: string, index?: string): string {
  return index === undefined ? table : `${table}/${index}`
}
