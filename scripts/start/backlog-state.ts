import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** `begun` where a start was stopped while it wrote the backlog: the table then holds a part of it. */
export type BacklogState = 'none' | 'begun' | 'complete'

const FILE = 'backlog'

export async function readBacklogState(dataFolder: string): Promise<BacklogState> {
  try {
    const state = await readFile(join(dataFolder, FILE), 'utf8')
    return state === 'complete' ? 'complete' : 'begun'
  } catch {
    return 'none'
  }
}

export async function writeBacklogState(
  dataFolder: string,
  state: 'begun' | 'complete',
): Promise<void> {
  const draft = join(dataFolder, `${FILE}.${process.pid}`)
  await writeFile(draft, state)
  await rename(draft, join(dataFolder, FILE))
}
