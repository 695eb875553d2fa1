import { Agent, request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import type { Reply } from './reply.ts'
import type { WireObject } from './wire.ts'

/** What dynalite checks of a request besides its body. */
const PASSED_ON = ['authorization', 'x-amz-date', 'x-amz-security-token'] as const

const OWN_HEADERS: IncomingHttpHeaders = {
  authorization: 'AWS4-HMAC-SHA256 Credential=local, SignedHeaders=host, Signature=local',
  'x-amz-date': '20250101T000000Z',
}

/**
 * The store behind the stand-in. Every request to it is complete and stays its own, whatever the
 * client does meanwhile: one that is cut off would end dynalite's process.
 */
export class Backend {
  readonly #endpoint: URL
  readonly #agent = new Agent({ keepAlive: true })

  constructor(endpoint: string) {
    this.#endpoint = new URL(endpoint)
  }

  async send(
    operation: string,
    input: WireObject,
    headers: IncomingHttpHeaders = OWN_HEADERS,
  ): Promise<Reply> {
    return await this.#post(operation, Buffer.from(JSON.stringify(input)), headers)
  }

  close(): void {
    this.#agent.destroy()
  }

  #post(operation: string, body: Buffer, headers: IncomingHttpHeaders): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const passedOn = PASSED_ON.map((name) => [name, headers[name]] as const)
      const outgoing = request(this.#endpoint, {
        agent: this.#agent,
        method: 'POST',
        headers: {
          ...Object.fromEntries(passedOn.filter(([, value]) => value !== undefined)),
          'x-amz-target': `DynamoDB_20120810.${operation}`,
          'content-type': 'application/x-amz-json-1.0',
          'content-length': body.byteLength,
        },
      })
      outgoing.on('error', (error) => {
        // The store closed an idle connection just then. Where it did the request, again changes nothing.
        if (outgoing.reusedSocket) resolve(this.#post(operation, body, headers))
        else reject(error)
      })
      outgoing.on('response', (response) => {
        const chunks: Buffer[] = []
        response.on('error', reject)
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
        )
      })
      outgoing.end(body)
    })
  }
}
