import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ClassicLevel } from 'classic-level'
import { isEventKey } from '../../../engine/delivery/journal/journal-keys.ts'

/** The folders of the processes that ever used a journal, those of all destinations. */
export async function journalSlots(journal: string): Promise<readonly string[]> {
  const destinations = await readdir(journal)
  const slots = await Promise.all(
    destinations.map(async (destination) => {
      const names = await readdir(join(journal, destination))
      return names.map((name) => join(journal, destination, name))
    }),
  )
  return slots.flat().toSorted()
}

/** The keys of all events in a journal that no process uses. */
export async function journalKeys(journal: string): Promise<readonly string[]> {
  const keys: string[] = []
  for (const slot of await journalSlots(journal)) {
    const level = new ClassicLevel(slot, { createIfMissing: false })
    keys.push(...(await level.keys().all()).filter(isEventKey))
    await level.close()
  }
  return keys
}
