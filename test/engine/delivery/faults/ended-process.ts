import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import type { TestTable } from '../../table/table-for-test.ts'

/** Far beyond what any of these processes takes. */
const LONGEST_MS = 150_000

/** How a process ended, and what it said. */
export interface EndedProcess {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export function fixture(name: string): string {
  return resolve(import.meta.dirname, '../../fixtures', `${name}.js`)
}

/** The environment of a process that stores its events in a table. */
export function environment({ table, region, endpoint }: TestTable): NodeJS.ProcessEnv {
  return {
    ...process.env,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    AWS_REGION: region,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    STACKTALE_TABLE: table,
  }
}

/** Runs a program to its end. */
export async function endOf(
  location: TestTable,
  args: readonly string[],
  whenSpawned: (child: ChildProcess) => void = () => undefined,
): Promise<EndedProcess> {
  const child = spawn(process.execPath, args, {
    env: environment(location),
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
  })
  const ended = once(child, 'close')
  const said = Promise.all([text(child.stdout), text(child.stderr)])
  whenSpawned(child)
  const [code, signal] = await ended
  const [stdout, stderr] = await said
  return { code, signal, stdout, stderr }
}
