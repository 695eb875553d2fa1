import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { StacktaleError } from '../../errors/stacktale-error.ts'
import { Journal } from './journal.ts'
import { isEventKey } from './journal-keys.ts'
import type { JournalOptions } from './journal.ts'
import { LevelStore } from './level-store.ts'
import type { Store } from './store.ts'

/** More processes than this at one folder do not happen. */
const MOST_SLOTS = 1024
const ADOPTED_AT_A_TIME_BYTES = 1024 * 1024

export interface JournalPlace extends JournalOptions {
  /** The folder that the application names. */
  readonly directory: string
  /** Where the events are to be stored: what goes to other places is kept apart. */
  readonly destination: string
  /** What was written earlier is let go, in milliseconds since the epoch. */
  readonly since: number
}

/**
 * Opens a journal for this process alone, with all that processes which ended left there. Each process
 * has a numbered folder of its own, by a lock.
 *
 * @returns undefined where it cannot be opened, which is reported: delivery goes on from memory
 */
export async function openJournal<Content>(
  place: JournalPlace,
): Promise<{ readonly journal: Journal<Content>; readonly expired: number } | undefined> {
  try {
    const folder = join(place.directory, nameOf(place.destination))
    const { slot, store } = await openOwn(folder)
    await adoptOthers(folder, slot, store, place)
    return await Journal.over<Content>(store, place)
  } catch (error) {
    place.report(unavailable(place.directory, error))
    return undefined
  }
}

/** One folder that is damaged for good is passed over; where the next one fails too, it is not the folder. */
async function openOwn(folder: string): Promise<{ readonly slot: string; readonly store: Store }> {
  let hasFailed = false
  for (let slot = 0; slot < MOST_SLOTS; slot += 1) {
    try {
      const store = await LevelStore.open(join(folder, String(slot)))
      if (store !== undefined) return { slot: String(slot), store }
    } catch (error) {
      if (hasFailed) throw error
      hasFailed = true
    }
  }
  throw new Error(`all of its ${MOST_SLOTS} folders are taken`)
}

/** Moves what processes that ended left to the own store. Cut off half-way, it is there twice, and stored once. */
async function adoptOthers(
  folder: string,
  own: string,
  store: Store,
  { report }: JournalPlace,
): Promise<void> {
  const slots = (await readdir(folder)).filter((name) => /^\d+$/.test(name) && name !== own)
  for (const slot of slots) {
    try {
      await adoptFrom(join(folder, slot), slot, store)
    } catch (error) {
      report(notAdopted(join(folder, slot), error))
    }
  }
}

async function adoptFrom(location: string, slot: string, store: Store): Promise<void> {
  const other = await LevelStore.open(location)
  if (other === undefined) return
  try {
    await adopt(other, store, slot)
  } finally {
    await other.close()
  }
}

async function adopt(other: Store, store: Store, slot: string): Promise<void> {
  for (let from = ''; ;) {
    const entries = []
    for await (const entry of other.read(from, ADOPTED_AT_A_TIME_BYTES)) entries.push(entry)
    const last = entries.at(-1)
    if (last === undefined) return
    // The slot keeps apart what two processes wrote under the same number.
    await store.write(
      entries.map(({ key, value }) => ({ key: isEventKey(key) ? `${key}.${slot}` : key, value })),
    )
    await other.remove(entries.map(({ key }) => key))
    from = `${last.key}\0`
  }
}

function nameOf(destination: string): string {
  return createHash('sha256').update(destination).digest('hex').slice(0, 16)
}

function unavailable(directory: string, cause: unknown): StacktaleError {
  if (cause instanceof StacktaleError) return cause
  return new StacktaleError(
    'journal-unavailable',
    `The journal in ${directory} cannot be opened (${reasonOf(cause)}), so events wait in memory alone. Check that the folder may be written.`,
    { cause },
  )
}

function notAdopted(folder: string, cause: unknown): StacktaleError {
  return new StacktaleError(
    'journal-failed',
    `What an earlier process left in ${folder} cannot be read (${reasonOf(cause)}), so its events are not stored. Check that the folder may be read, or delete it.`,
    { cause },
  )
}

/** The package says that it failed, and its cause says why. */
function reasonOf(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause
  return inner instanceof Error ? inner.message : String(inner)
}
