// What dist/ was built from, so that it is built again when, and only when, something changed.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'

const SOURCES = ['engine', 'viewer', 'scripts', 'test']
const SETTINGS = ['package.json', 'package-lock.json', 'tsconfig.json']
export const FINGERPRINT_FILE = 'dist/.fingerprint'

/** The names, sizes and times of all sources, in one hash. Runs in the project's folder. */
export function fingerprintSources() {
  const hash = createHash('sha256')
  for (const file of [...SETTINGS, ...SOURCES.flatMap(filesUnder)]) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

export function isBuilt() {
  try {
    return readFileSync(FINGERPRINT_FILE, 'utf8') === fingerprintSources()
  } catch {
    return false
  }
}

export function markBuilt(fingerprint) {
  writeFileSync(FINGERPRINT_FILE, fingerprint)
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      return entry.isDirectory() ? filesUnder(path) : [path]
    })
}
