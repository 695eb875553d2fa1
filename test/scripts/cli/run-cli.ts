import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { LOCAL_CREDENTIALS } from '../../embedded-dynamo.ts'
import type { TestTable } from '../../engine/table/table-for-test.ts'

const ENTRY = fileURLToPath(new URL('../../../scripts/cli.js', import.meta.url))

export interface CliResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Where the command is called; every part may be left out. */
export interface CliSurroundings {
  /** The table that the environment names. */
  readonly place?: TestTable
  /** What is typed, or piped in. Default: nothing, and the input ends. */
  readonly input?: string
  readonly env?: NodeJS.ProcessEnv
}

/** The command line as a process of its own, with what it has written so far. */
export class CliProcess {
  readonly child: ChildProcess
  readonly #ended: Promise<number | null>
  stdout = ''
  stderr = ''

  constructor(args: readonly string[], { place, input, env }: CliSurroundings = {}) {
    this.child = spawn(process.execPath, [ENTRY, ...args], {
      env: { ...surroundings(place), ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    this.child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      this.stdout += chunk
      this.child.emit('written')
    })
    this.child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      this.stderr += chunk
      this.child.emit('written')
    })
    // A command that does not read may be gone before all is piped in.
    this.child.stdin?.on('error', () => {}).end(input)
    this.#ended = new Promise((resolve) => {
      this.child.once('close', (code) => {
        resolve(code)
        this.child.emit('written')
      })
    })
  }

  async end(): Promise<CliResult> {
    const code = await this.#ended
    return { code, stdout: this.stdout, stderr: this.stderr }
  }

  /** Waits until what was written matches, and returns the match. */
  async until(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.stdout) ?? pattern.exec(this.stderr)
      if (match !== null) return match
      if (this.child.exitCode !== null) {
        const { code, stdout, stderr } = await this.end()
        const last = pattern.exec(stdout) ?? pattern.exec(stderr)
        if (last !== null) return last
        throw new Error(`It ended with ${code} without ${pattern}:\n${stdout}${stderr}`)
      }
      await once(this.child, 'written')
    }
  }

  /** Sends what Ctrl-C sends. */
  async interrupt(): Promise<CliResult> {
    this.child.kill('SIGINT')
    return await this.end()
  }
}

/** Runs a command to its end. */
export async function runCli(
  args: readonly string[],
  surroundings: CliSurroundings = {},
): Promise<CliResult> {
  return await new CliProcess(args, surroundings).end()
}

function surroundings(place: TestTable | undefined): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _forced, NO_COLOR: _none, ...env } = process.env
  return {
    ...env,
    AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
    ...(place !== undefined && {
      STACKTALE_TABLE: place.table,
      AWS_REGION: place.region,
      AWS_ENDPOINT_URL_DYNAMODB: place.endpoint,
    }),
  }
}
