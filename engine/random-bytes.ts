import { randomFillSync } from 'node:crypto'

/** Random bytes are asked for many at a time, because each asking costs as much as thousands of them. */
const pool = Buffer.alloc(4096)
let used = pool.length

function take(count: number): number {
  if (used + count > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += count
  return used - count
}

export function randomUint64(): bigint {
  return pool.readBigUInt64BE(take(8))
}

/** @param bytes how many; each becomes two digits */
export function randomHex(bytes: number): string {
  const start = take(bytes)
  return pool.toString('hex', start, start + bytes)
}
