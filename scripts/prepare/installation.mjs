import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

// Command-line flags win over the npm_config_ variables that an outer `npm run` hands down.
const FLAGS = [
  '--include=dev',
  '--include=optional',
  '--ignore-scripts',
  '--package-lock',
  '--no-package-lock-only',
  '--no-dry-run',
  '--no-global',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
]

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes what it installed, and for
 * which platform, to node_modules/.package-lock.json when it is done.
 */
export function isInstalled() {
  let wanted, installed
  try {
    wanted = packagesIn('package-lock.json')
    installed = packagesIn('node_modules/.package-lock.json')
  } catch {
    return false
  }
  const complete = Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true
    const found = installed[path]
    return found ? found.version === version && found.integrity === integrity : optional === true
  })
  return complete && Object.values(installed).every(runsHere)
}

/** Runs `npm ci` quietly; returns what it printed when it failed, undefined when it worked. */
export function install() {
  const [command, ...prefix] = npm()
  const npmCi = spawnSync(command, [...prefix, 'ci', ...FLAGS], {
    encoding: 'utf8',
    shell: command === 'npm' && process.platform === 'win32',
  })
  if (npmCi.status === 0) return undefined
  return [npmCi.error?.message, npmCi.stdout, npmCi.stderr].filter(Boolean).join('\n').trim()
}

function npm() {
  const runningNpm = process.env.npm_execpath
  return runningNpm?.endsWith('npm-cli.js') ? [process.execPath, runningNpm] : ['npm']
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

function runsHere({ os, cpu }) {
  return (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch))
}
