import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { StacktaleError } from '../../engine/errors/stacktale-error.ts'

/** A password as it is kept: what it takes to tell whether another is the same. */
export interface PasswordHash {
  readonly cost: ScryptCost
  readonly salt: Buffer
  readonly digest: Buffer
}

/** It takes 128 · 2^ln · r bytes of memory, p times after each other. */
export interface ScryptCost {
  readonly ln: number
  readonly r: number
  readonly p: number
}

/** What OWASP's Password Storage Cheat Sheet asks of scrypt: 128 MiB. */
export const DEFAULT_COST: ScryptCost = { ln: 17, r: 8, p: 1 }
const HIGHEST_COST: ScryptCost = { ln: 20, r: 8, p: 4 }
const SALT_BYTES = 16
const DIGEST_BYTES = 32

const PHC = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z\d+/]+)\$([A-Za-z\d+/]+)$/

/**
 * What to keep of a password: `$scrypt$ln=17,r=8,p=1$…`, a PHC string, salted, so that no two are alike.
 *
 * @example
 * ```ts
 * const hash = await hashPassword('correct horse battery staple')
 * ```
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const { ln, r, p } = DEFAULT_COST
  const digest = await derive(password, { cost: DEFAULT_COST, salt, length: DIGEST_BYTES })
  return `$scrypt$ln=${ln},r=${r},p=${p}$${base64(salt)}$${base64(digest)}`
}

/**
 * Reads a hash. The error never quotes it: what was given may be the password itself.
 *
 * @param where the option, as the error names it
 * @throws StacktaleError `option-invalid` for another format, or for one that is too cheap to guess
 */
export function parsePasswordHash(text: unknown, where: string): PasswordHash {
  const [, ln, r, p, salt, digest] = typeof text === 'string' ? (PHC.exec(text) ?? []) : []
  if (salt === undefined || digest === undefined) {
    throw refusal(where, 'is not the hash of a password. A password itself is never kept')
  }
  const hash = {
    cost: { ln: Number(ln), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64'),
    digest: Buffer.from(digest, 'base64'),
  }
  if (isWithin(hash)) return hash
  throw refusal(
    where,
    `has ln=${ln}, r=${r}, p=${p}, a salt of ${hash.salt.length} and a digest of ${hash.digest.length} bytes. Expected ln=17 to 20, r=8, p=1 to 4, a salt of 16 bytes or more and a digest of 32 to 64`,
  )
}

/** Takes as long for a wrong password as for the right one. */
export async function isPassword(password: string, hash: PasswordHash): Promise<boolean> {
  const { cost, salt, digest } = hash
  return timingSafeEqual(await derive(password, { cost, salt, length: digest.length }), digest)
}

/** A hash that no password has, and that takes as long to check as the costliest of these. */
export function unmatchableHash(others: readonly PasswordHash[]): PasswordHash {
  const cost = others
    .map((hash) => hash.cost)
    .reduce((most, each) => (work(each) > work(most) ? each : most), DEFAULT_COST)
  return { cost, salt: randomBytes(SALT_BYTES), digest: randomBytes(DIGEST_BYTES) }
}

function work({ ln, r, p }: ScryptCost): number {
  return 2 ** ln * r * p
}

function isWithin({ cost: { ln, r, p }, salt, digest }: PasswordHash): boolean {
  return (
    ln >= DEFAULT_COST.ln &&
    ln <= HIGHEST_COST.ln &&
    r === DEFAULT_COST.r &&
    p >= DEFAULT_COST.p &&
    p <= HIGHEST_COST.p &&
    salt.length >= SALT_BYTES &&
    digest.length >= DIGEST_BYTES &&
    digest.length <= 2 * DIGEST_BYTES
  )
}

interface Derivation {
  readonly cost: ScryptCost
  readonly salt: Buffer
  readonly length: number
}

async function derive(password: string, { cost, salt, length }: Derivation): Promise<Buffer> {
  const { ln, r, p } = cost
  const N = 2 ** ln
  // Node's own bound is 32 MiB. This leaves room for what scrypt needs beside its table.
  const options = { N, r, p, maxmem: 160 * N * r }
  return await new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, length, options, (error, digest) => {
      if (error === null) resolve(digest)
      else reject(error)
    })
  })
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}

function refusal(where: string, fault: string): StacktaleError {
  return new StacktaleError(
    'option-invalid',
    `${where} ${fault}. Make one with: npx stacktale password`,
  )
}
