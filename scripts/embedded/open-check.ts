import { createRequire } from 'node:module'

interface LevelModule {
  readonly Level: new (path: string) => { open(): Promise<void>; close(): Promise<void> }
}

/**
 * Opens and closes a store once. Dynalite opens its store unobserved: where that fails, requests hang
 * or kill the process without a word of the cause.
 */
export async function checkStoreOpens(path: string): Promise<void> {
  const require = createRequire(import.meta.url)
  const { Level }: LevelModule = createRequire(require.resolve('dynalite'))('level')
  const store = new Level(path)
  await store.open()
  await store.close()
}
