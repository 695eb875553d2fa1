import { readFile } from 'node:fs/promises'

/** The process that uses a data folder. */
export interface DataOwner {
  readonly pid: number
  /** When the process started, in the system's own unit: tells it from a later one with the same pid. */
  readonly started?: string
  /** Where its database answers. Missing while that starts. */
  readonly endpoint?: string
}

export async function thisProcess(endpoint?: string): Promise<DataOwner> {
  const started = await startOf(process.pid)
  return {
    pid: process.pid,
    ...(started !== undefined && { started }),
    ...(endpoint !== undefined && { endpoint }),
  }
}

/** Undefined where the text names nobody: it is cut off, or not ours. */
export function parseOwner(text: string): DataOwner | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isOwner(value) ? value : undefined
  } catch {
    return undefined
  }
}

export async function isRunning(owner: DataOwner): Promise<boolean> {
  if (!pidExists(owner.pid)) return false
  return owner.started === undefined || owner.started === (await startOf(owner.pid))
}

function pidExists(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Only Linux tells; elsewhere a pid has to do. */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The process's name, in parentheses, may hold spaces: fields count from behind it, where the third is first.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[22 - 3]
  } catch {
    return undefined
  }
}

function isOwner(value: unknown): value is DataOwner {
  if (typeof value !== 'object' || value === null) return false
  if (!('pid' in value) || !Number.isInteger(value.pid)) return false
  return ['started', 'endpoint'].every(
    (name) => !Object.hasOwn(value, name) || typeof Reflect.get(value, name) === 'string',
  )
}
