import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { StacktaleError } from '../errors/stacktale-error.ts'

/** How a body is compressed, as the item's `codec` names it. */
export const CODEC = 'deflate-raw'

/** A body that unfolds to more than this was not written by stacktale, or by accident. */
const UNFOLDED_LIMIT_BYTES = 256 * 1024 * 1024

export function compress(text: string): Uint8Array {
  // A copy, because what zlib gives lies in 16 KB that it would keep from being freed.
  return new Uint8Array(deflateRawSync(text))
}

/** @throws StacktaleError `codec-unknown` or `body-damaged` */
export function decompress(body: Uint8Array, codec: string): string {
  if (codec !== CODEC) {
    throw new StacktaleError(
      'codec-unknown',
      `This story is stored with the codec "${codec}", and this version reads "${CODEC}". A newer stacktale may have written it: update.`,
    )
  }
  try {
    return inflateRawSync(body, { maxOutputLength: UNFOLDED_LIMIT_BYTES }).toString()
  } catch (cause) {
    throw new StacktaleError(
      'body-damaged',
      `The story cannot be unfolded: its ${body.byteLength} bytes are not whole ${CODEC} data. The rest of the item is shown as it is.`,
      { cause },
    )
  }
}
