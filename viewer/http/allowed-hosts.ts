import { isIPv6 } from 'node:net'
import type { RequestHandler } from 'express'
import { StacktaleError } from '../../engine/errors/stacktale-error.ts'
import type { Auth } from '../auth/check-auth.ts'

export const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/** Every host: what a viewer that asks who looks may be told to answer. */
const ANY_HOST = '*'

interface Host {
  readonly name: string
  readonly port: string | undefined
}

const HOST = /^(\[[\da-f:.]+\]|[^\s:/\\@?#[\]]+)(?::(\d{1,5}))?$/i

/**
 * Answers only requests for these hosts. A page of another site whose name is made to resolve to this
 * machine (DNS rebinding) sends its own name as `Host`, and gets nothing.
 *
 * @throws StacktaleError `option-invalid` for a name that no `Host` header can be
 */
export function allowHosts(allowed: readonly string[]): RequestHandler {
  const isAnyAllowed = allowed.includes(ANY_HOST)
  const hosts = allowed.filter((name) => name !== ANY_HOST).map(hostOption)
  return (request, response, next) => {
    const host = parseHost(request.headers.host ?? '')
    const isAllowed =
      isAnyAllowed || hosts.some((each) => host !== undefined && matches(each, host))
    if (host !== undefined && isAllowed) {
      next()
      return
    }
    response
      .status(host === undefined ? 400 : 421)
      .type('text/plain')
      .send(
        'This viewer does not answer under the host name that was asked for.\n' +
          'If the name is right, add it to the viewer\'s option "allowedHosts".\n',
      )
  }
}

/**
 * The hosts that may be allowed with this protection.
 *
 * @throws StacktaleError `option-invalid` for none, and for all where nobody is asked who they are
 */
export function checkedHosts(allowed: readonly string[], { kind }: Auth): readonly string[] {
  if (allowed.length === 0) {
    throw new StacktaleError(
      'option-invalid',
      '"allowedHosts" is empty, so nothing would be answered. Name the hosts that the viewer is asked under, such as "logs.example.com".',
    )
  }
  if (kind === 'open' && allowed.includes(ANY_HOST)) {
    throw new StacktaleError(
      'option-invalid',
      '"allowedHosts" has "*" with auth: false. Any web site could then read the logs through the browser of somebody who reaches the viewer. Name the hosts, or say with "auth" who may look.',
    )
  }
  return allowed
}

function hostOption(text: string): Host {
  const host = parseHost(isIPv6(text) ? `[${text}]` : text)
  if (host !== undefined) return host
  throw new StacktaleError(
    'option-invalid',
    `"allowedHosts" takes names as in a Host header, such as "logs.example.com" or "localhost:3000"; it has "${text}".`,
  )
}

function parseHost(text: string): Host | undefined {
  const [, name, port] = HOST.exec(text) ?? []
  return name === undefined ? undefined : { name: name.toLowerCase(), port }
}

function matches(allowed: Host, { name, port }: Host): boolean {
  return allowed.name === name && (allowed.port === undefined || allowed.port === port)
}
