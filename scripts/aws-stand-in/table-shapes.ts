import type { Backend } from './backend.ts'
import { objectAt, objectsAt, parseObject, textAt } from './wire.ts'
import type { WireObject } from './wire.ts'

export interface IndexShape {
  readonly name: string
  readonly keys: readonly string[]
  /** The attributes that an entry holds; undefined for all. */
  readonly projected: ReadonlySet<string> | undefined
}

/** What of a table decides on costs. */
export interface TableShape {
  readonly keys: readonly string[]
  readonly indexes: readonly IndexShape[]
}

/** The tables as the store describes them, each asked for once. */
export class TableShapes {
  readonly #backend: Backend
  readonly #known = new Map<string, TableShape>()

  constructor(backend: Backend) {
    this.#backend = backend
  }

  /** Undefined where there is no such table. */
  async of(table: string): Promise<TableShape | undefined> {
    const known = this.#known.get(table)
    if (known !== undefined) return known
    const { status, body } = await this.#backend.send('DescribeTable', { TableName: table })
    if (status !== 200) return undefined
    const shape = shapeOf(objectAt(parseObject(body), 'Table'))
    this.#known.set(table, shape)
    return shape
  }

  forget(table: string): void {
    this.#known.delete(table)
  }
}

function shapeOf(description: WireObject): TableShape {
  const keys = keysOf(description)
  const indexes = objectsAt(description, 'GlobalSecondaryIndexes').map((index) => ({
    name: textAt(index, 'IndexName'),
    keys: keysOf(index),
    projected: projectedOf(index, keys),
  }))
  return { keys, indexes }
}

function projectedOf(
  index: WireObject,
  tableKeys: readonly string[],
): ReadonlySet<string> | undefined {
  const projection = objectAt(index, 'Projection')
  if (textAt(projection, 'ProjectionType') === 'ALL') return undefined
  const others: unknown = projection['NonKeyAttributes']
  const named = Array.isArray(others) ? others.map(String) : []
  return new Set([...tableKeys, ...keysOf(index), ...named])
}

function keysOf(description: WireObject): readonly string[] {
  return objectsAt(description, 'KeySchema').map((key) => textAt(key, 'AttributeName'))
}
