import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes a folder and those that it is in, where they are not there. Node's own `recursive` never ends
 * where a folder is there and takes none, such as /proc, and keeps a core busy (seen with Node 20).
 */
export async function makeFolder(path: string): Promise<void> {
  if ((await made(path)) || dirname(path) === path) return
  await makeFolder(dirname(path))
  if (!(await made(path))) await mkdir(path)
}

/** @returns false where the folder that it is to be in is not there */
async function made(path: string): Promise<boolean> {
  try {
    await mkdir(path)
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return false
    if (code === 'EEXIST') return true
    throw error
  }
}
