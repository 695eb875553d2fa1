import type * as Package from 'classic-level'
import { StacktaleError } from '../../errors/stacktale-error.ts'
import { makeFolder } from './make-folder.ts'
import type { Store, StoreEntry } from './store.ts'

/** Has the operating system's buffers outlive the process; a power cut may take the last of them. */
const WRITE = { sync: false }
const MB = 1024 * 1024
/** Entries are compressed already, and are read at most once, so that memory for them is better saved. */
const OPTIONS = {
  valueEncoding: 'view',
  compression: false,
  cacheSize: MB,
  writeBufferSize: 2 * MB,
} as const

type Level = Package.ClassicLevel<string, Uint8Array>
type Change =
  ({ readonly type: 'put' } & StoreEntry) | { readonly type: 'del'; readonly key: string }

/**
 * A LevelDB folder. LevelDB lets one process at a time have it, by a lock that ends with the process,
 * and a write that a crash tore apart is as if it never was.
 */
export class LevelStore implements Store {
  readonly #location: string
  #level: Level
  #isFailed = false
  #reopening: Promise<void> | undefined

  private constructor(location: string, level: Level) {
    this.#location = location
    this.#level = level
  }

  /**
   * @returns undefined where another process has it
   * @throws what the file system says, or `journal-unavailable` where the package is not installed
   */
  static async open(location: string): Promise<LevelStore | undefined> {
    const level = await openLevel(location)
    return level === undefined ? undefined : new LevelStore(location, level)
  }

  async keys(): Promise<readonly string[]> {
    return await this.#level.keys().all()
  }

  async write(entries: readonly StoreEntry[], removed: readonly string[] = []): Promise<void> {
    await this.#change([
      ...entries.map(({ key, value }) => ({ type: 'put', key, value }) as const),
      ...removed.map((key) => ({ type: 'del', key }) as const),
    ])
  }

  async remove(keys: readonly string[]): Promise<void> {
    await this.#change(keys.map((key) => ({ type: 'del', key })))
  }

  async *read(from: string, mostBytes: number): AsyncIterable<StoreEntry> {
    await this.#mend()
    let left = mostBytes
    for await (const [key, value] of this.#level.iterator({ gte: from })) {
      yield { key, value }
      left -= value.byteLength
      if (left <= 0) return
    }
  }

  async close(): Promise<void> {
    await this.#level.close()
  }

  async #change(changes: Change[]): Promise<void> {
    await this.#mend()
    const level = this.#level
    try {
      await level.batch(changes, WRITE)
    } catch (error) {
      if (level === this.#level) this.#isFailed = true
      throw error
    }
  }

  /** After a write that failed, LevelDB takes no other until it is opened anew. */
  async #mend(): Promise<void> {
    if (!this.#isFailed) return
    this.#reopening ??= this.#reopen().finally(() => {
      this.#reopening = undefined
    })
    await this.#reopening
  }

  async #reopen(): Promise<void> {
    await this.#level.close()
    const level = await openLevel(this.#location)
    if (level === undefined) throw new Error(`another process has taken ${this.#location}`)
    this.#level = level
    this.#isFailed = false
  }
}

async function openLevel(location: string): Promise<Level | undefined> {
  const { ClassicLevel } = await classicLevel()
  await makeFolder(location)
  try {
    return await opened(new ClassicLevel<string, Uint8Array>(location, OPTIONS))
  } catch (error) {
    const code = causeCode(error)
    if (code === 'LEVEL_LOCKED') return undefined
    if (code !== 'LEVEL_CORRUPTION') throw error
    await ClassicLevel.repair(location)
    return await opened(new ClassicLevel<string, Uint8Array>(location, OPTIONS))
  }
}

async function opened(level: Level): Promise<Level> {
  await level.open()
  return level
}

async function classicLevel(): Promise<typeof Package> {
  try {
    return await import('classic-level')
  } catch (cause) {
    throw new StacktaleError(
      'journal-unavailable',
      'The journal needs the package classic-level, which is not installed here: npm install classic-level. Events go on from memory.',
      { cause },
    )
  }
}

function causeCode(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined
  const cause: unknown = error.cause
  return typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined
}
