import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  CreateStreamCommand,
  DescribeStreamSummaryCommand,
  KinesisClient,
  ListStreamsCommand,
} from '@aws-sdk/client-kinesis'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { LOCAL_CREDENTIALS } from '../../embedded-dynamo.ts'
import { until } from '../../until.ts'

/** It reads its certificate from the folder that it runs in. */
const PROGRAM = fileURLToPath(import.meta.resolve('kinesis-local'))

const MOST_ATTEMPTS = 3

let streams = 0

/** kinesis-local in a process of its own, with no data at the beginning. */
export class EmbeddedKinesis implements AsyncDisposable {
  readonly endpoint: string
  readonly client: KinesisClient
  readonly #process: ChildProcess

  private constructor(process: ChildProcess, port: number) {
    this.#process = process
    this.endpoint = `http://127.0.0.1:${port}`
    this.client = new KinesisClient({
      region: 'us-east-1',
      endpoint: this.endpoint,
      credentials: LOCAL_CREDENTIALS,
      // It does not speak HTTP/2 without TLS.
      requestHandler: new NodeHttpHandler(),
    })
  }

  /** Resolves once it listens. */
  static async start(): Promise<EmbeddedKinesis> {
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      const kinesis = await EmbeddedKinesis.#begin()
      if (await until('kinesis-local', async () => await kinesis.#listens())) return kinesis
      // Another process was faster on one of its ports.
      await kinesis[Symbol.asyncDispose]()
    }
    throw new Error('kinesis-local does not start.')
  }

  static async #begin(): Promise<EmbeddedKinesis> {
    const [plain, tls] = await freePorts()
    const child = spawn(process.execPath, [PROGRAM], {
      cwd: dirname(PROGRAM),
      stdio: 'ignore',
      env: {
        ...process.env,
        KINESIS_MOCK_PLAIN_PORT: String(plain),
        KINESIS_MOCK_TLS_PORT: String(tls),
        CREATE_STREAM_DURATION: '1ms',
        LOG_LEVEL: 'ERROR',
      },
    })
    return new EmbeddedKinesis(child, plain)
  }

  /** Makes a stream. @returns its name */
  async stream(shards: number): Promise<string> {
    streams += 1
    const name = `test-${streams}`
    await this.client.send(new CreateStreamCommand({ StreamName: name, ShardCount: shards }))
    await until('the stream', async () => {
      const { StreamDescriptionSummary } = await this.client.send(
        new DescribeStreamSummaryCommand({ StreamName: name }),
      )
      return StreamDescriptionSummary?.StreamStatus === 'ACTIVE' ? true : undefined
    })
    return name
  }

  /** Whether it listens; undefined while it has not come to that. */
  async #listens(): Promise<boolean | undefined> {
    if (this.#process.exitCode !== null) return false
    try {
      await this.client.send(new ListStreamsCommand({}))
      return true
    } catch (error) {
      if (String(error).includes('ECONNREFUSED')) return undefined
      throw error
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.client.destroy()
    if (this.#process.exitCode !== null) return
    this.#process.kill('SIGKILL')
    await once(this.#process, 'exit')
  }
}

/** Two ports that nobody listens on: both are held until both are known. */
async function freePorts(): Promise<readonly [number, number]> {
  const servers = [createServer().listen(0, '127.0.0.1'), createServer().listen(0, '127.0.0.1')]
  await Promise.all(servers.map(async (server) => await once(server, 'listening')))
  const [plain = 0, tls = 0] = servers.map((server) => {
    const { port }: AddressInfo = Object(server.address())
    return port
  })
  await Promise.all(
    servers.map(async (server) => {
      server.close()
      await once(server, 'close')
    }),
  )
  return [plain, tls]
}
