import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { isReadyMessage, STOP } from './process-messages.ts'
import type { ProcessOptions } from './process-messages.ts'

const ENTRY = fileURLToPath(new URL('./dynalite-process.js', import.meta.url))
const READY_DEADLINE_MS = 15_000
const STOP_DEADLINE_MS = 5_000
const KEPT_OUTPUT_LENGTH = 2_000

/** One run of the embedded database's process, from its first answer to its end. */
export interface RunningProcess {
  readonly pid: number
  readonly port: number
  /** Resolves when the process is gone, with what it printed before. */
  readonly ended: Promise<string>
  stop(): Promise<void>
}

/** Starts the database's process and waits until it listens. Rejects with its output if it ends before. */
export async function startProcess(options: ProcessOptions): Promise<RunningProcess> {
  const child = fork(ENTRY, [JSON.stringify(options)], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
    // Said to be undefined, or Node would hand down its own.
    env: { ...process.env, NODE_V8_COVERAGE: undefined },
  })
  const ended = endOf(child)
  const deadline = setTimeout(() => child.kill('SIGKILL'), READY_DEADLINE_MS)
  const result = await Promise.race([portOf(child), ended])
  clearTimeout(deadline)
  if (typeof result === 'string' || child.pid === undefined) {
    throw new Error(String(result))
  }
  return { pid: child.pid, port: result, ended, stop: () => stopProcess(child, ended) }
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.on('message', (message) => {
      if (isReadyMessage(message)) resolve(message.port)
    })
  })
}

function endOf(child: ChildProcess): Promise<string> {
  let output = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    output = `${output}${chunk}`.slice(-KEPT_OUTPUT_LENGTH)
  })
  return new Promise((resolve) => {
    child.once('close', (code, signal) => {
      resolve(output.trim() || `It ended without a word (${signal ?? `exit code ${code}`}).`)
    })
    child.once('error', (error) => resolve(error.message))
  })
}

async function stopProcess(child: ChildProcess, ended: Promise<string>): Promise<void> {
  const deadline = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE_MS)
  // The channel closes with the process, which may be gone already: then there is nobody to tell.
  if (child.connected) child.send(STOP, () => {})
  await ended
  clearTimeout(deadline)
}
