import { deflateSync, inflateSync } from 'node:zlib'

/** The version of the records that this version writes. docs/streaming.md describes it. */
export const RECORD_FORMAT = 1

/** The first byte of what deflate wrote with its wrapper, and JSON does not begin with (RFC 1950). */
const ZLIB_HEADER = 0x78
/** A record that unfolds to more than this was not written by stacktale, or by accident. */
const UNFOLDED_LIMIT_BYTES = 256 * 1024 * 1024

/** JSON as a record's data: deflated, if that is smaller. */
export function foldRecord(json: string): Uint8Array {
  const plain = Buffer.from(json)
  const deflated = deflateSync(plain)
  return deflated.byteLength < plain.byteLength ? deflated : plain
}

/**
 * A record's data as JSON.
 *
 * @throws whatever zlib says of data that are damaged
 */
export function unfoldRecord(data: Uint8Array): string {
  const isDeflated = data[0] === ZLIB_HEADER
  const plain = isDeflated ? inflateSync(data, { maxOutputLength: UNFOLDED_LIMIT_BYTES }) : data
  return Buffer.from(plain).toString()
}
