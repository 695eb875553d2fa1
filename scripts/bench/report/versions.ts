import { readFile } from 'node:fs/promises'

const PEERS = ['pino', 'evlog', 'winston', 'tslog', 'mitata']

interface Manifest {
  readonly devDependencies: Readonly<Record<string, string>>
}

/** The packages that were measured against, as they are pinned. */
export async function peerVersions(): Promise<readonly string[]> {
  const { devDependencies }: Manifest = JSON.parse(await readFile('package.json', 'utf8'))
  return PEERS.map((name) => `${name} ${devDependencies[name] ?? 'of some version'}`)
}
