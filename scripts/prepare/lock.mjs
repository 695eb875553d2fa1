import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const POLL_MS = 100
// A lock without a readable pid is being written right now, or its writer died doing so.
const WRITING_MS = 2_000

/** Runs `work` while no other process that uses the same lock file does. */
export function withLock(file, work, onWait) {
  mkdirSync(dirname(file), { recursive: true })
  let waited = false
  while (!acquire(file)) {
    if (!waited) onWait()
    waited = true
    sleep(POLL_MS)
  }
  try {
    return work()
  } finally {
    rmSync(file, { force: true })
  }
}

export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function acquire(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  removeIfStale(file)
  return false
}

function removeIfStale(file) {
  const aside = `${file}.${process.pid}`
  try {
    const owner = readFileSync(file, 'utf8')
    const stale = owner
      ? Number(owner) === process.pid || !isAlive(Number(owner))
      : Date.now() - statSync(file).mtimeMs > WRITING_MS
    if (!stale) return
    renameSync(file, aside)
    // Another process may have replaced the stale lock by its own since it was read.
    if (readFileSync(aside, 'utf8') === owner) rmSync(aside)
    else renameSync(aside, file)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

function sleep(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}
