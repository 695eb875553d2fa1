import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Moves every file of one folder into another, replacing each in one step, so that a process that is
 * starting from the target never reads half a file. What the target has besides is removed, except for
 * the files that `keeps` approves of,
 * which it is told together with all that were moved.
 */
export function moveIntoPlace(from, to, keeps) {
  const files = filesUnder(from)
  for (const file of files) {
    mkdirSync(dirname(join(to, file)), { recursive: true })
    renameSync(join(from, file), join(to, file))
  }
  rmSync(from, { recursive: true, force: true })

  const moved = new Set(files)
  for (const file of filesUnder(to)) {
    if (!moved.has(file) && !keeps(file, moved)) rmSync(join(to, file), { force: true })
  }
}

function filesUnder(root, folder = '') {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(root, path) : [path]
  })
}
