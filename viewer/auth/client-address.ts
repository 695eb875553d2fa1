import { isIPv6 } from 'node:net'
import type { Request } from 'express'

const MAPPED_IPV4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i
const GROUPS = 8
const NETWORK_GROUPS = 4

/**
 * Who to count failures against: an IPv4 address, or an IPv6 network of 64 bits, all of which one client
 * may use. A proxy's word for it is taken only where `trustProxy` says so.
 */
export function clientAddress({ ip }: Pick<Request, 'ip'>): string {
  if (ip === undefined) return 'unknown'
  const [, mapped] = MAPPED_IPV4.exec(ip) ?? []
  if (mapped !== undefined) return mapped
  return isIPv6(ip) ? `${network(ip)}::/64` : ip
}

function network(ip: string): string {
  const [before = '', after] = (ip.split('%')[0] ?? '').split('::')
  const head = groups(before)
  const tail = after === undefined ? [] : groups(after)
  const zeros = Array.from({ length: GROUPS - head.length - tail.length }, () => '0')
  return [...head, ...zeros, ...tail]
    .slice(0, NETWORK_GROUPS)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')
}

function groups(text: string): readonly string[] {
  return text === '' ? [] : text.split(':')
}
