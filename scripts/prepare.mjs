// Run before `npm start` and `npm test`: installs and builds what is missing or out of date, and only that.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { isBuilt } from './build/fingerprint.mjs'
import { install, isInstalled } from './prepare/installation.mjs'
import { withLock } from './prepare/lock.mjs'

const LOCK_FILE = '.stacktale/prepare.lock'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
process.exitCode = prepare()

function prepare() {
  if (!isNodeSupported()) {
    console.error(
      `stacktale needs Node 20.19 or newer, this is ${process.version} (${process.execPath}).`,
    )
    return 1
  }
  if (isInstalled() && isBuilt()) return 0
  return withLock(LOCK_FILE, bringUpToDate, () =>
    console.log('Waiting for another installation or build of this folder…'),
  )
}

function isNodeSupported() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  return major > 20 || (major === 20 && minor >= 19)
}

function bringUpToDate() {
  if (!isInstalled()) {
    console.log('Installing dependencies (about 20 seconds)…')
    const failure = install()
    if (failure !== undefined) {
      console.error(failure)
      console.error('\nThe dependencies could not be installed. `npm ci` shows the whole story.')
      return 1
    }
  }
  if (isBuilt()) return 0
  return spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' }).status ?? 1
}
