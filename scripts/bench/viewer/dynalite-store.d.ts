declare module 'dynalite/db/index.js' {
  interface SubStore {
    get(key: string, done: (error: unknown, value: TableDefinition) => void): void
  }
  interface TableDefinition {
    readonly KeySchema: unknown
    readonly GlobalSecondaryIndexes: readonly unknown[]
  }
  interface IndexAction {
    readonly index: string
    readonly key: string
    readonly item: unknown
  }
  interface Operation {
    readonly type: 'put'
    readonly key: string
    readonly value: unknown
  }
  interface Store {
    readonly db: {
      batch(operations: readonly Operation[]): Promise<void>
      close(): Promise<void>
      get(key: string): Promise<TableDefinition>
    }
  }
  const database: {
    create(options: { readonly path: string }): Store
    createKey(item: unknown, table: TableDefinition): string
    getIndexActions(
      indexes: readonly unknown[],
      existing: undefined,
      item: unknown,
      table: TableDefinition,
    ): { readonly puts: readonly IndexAction[] }
  }
  export default database
}
