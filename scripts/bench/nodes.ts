import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The majors that are measured, whichever of them runs this. */
const MAJORS = ['20', '24']
const INSTALL_DEADLINE_MS = 120_000

export interface FoundNode {
  readonly version: string
  readonly path: string
}

export interface Nodes extends AsyncDisposable {
  readonly found: readonly FoundNode[]
}

/** The Node that runs this, and the others that are to be measured, as packages in a temporary folder. */
export async function obtainNodes(): Promise<Nodes> {
  const folder = await mkdtemp(join(tmpdir(), 'stacktale-bench-'))
  const found: FoundNode[] = [{ version: process.versions.node, path: process.execPath }]
  for (const major of MAJORS) {
    if (process.versions.node.startsWith(`${major}.`)) continue
    const node = await install(major, folder)
    if (node === undefined) console.error(`Node ${major} could not be installed: going without it.`)
    else found.push(node)
  }
  return {
    found: found.toSorted((a, b) => Number.parseInt(a.version) - Number.parseInt(b.version)),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

async function install(major: string, folder: string): Promise<FoundNode | undefined> {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  try {
    await run('npm', ['install', ...options, `${name}@${major}`], {
      cwd: folder,
      timeout: INSTALL_DEADLINE_MS,
      shell: process.platform === 'win32',
    })
    const path = join(folder, 'node_modules', name, 'bin', 'node')
    const { stdout } = await run(path, ['-p', 'process.versions.node'])
    return { version: stdout.trim(), path }
  } catch {
    return undefined
  }
}
