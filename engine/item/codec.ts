import {
  brotliCompressSync,
  brotliDecompressSync,
  constants,
  deflateRawSync,
  inflateRawSync,
} from 'node:zlib'
import { StacktaleError } from '../errors/stacktale-error.ts'

/** How a story is laid out as lines, then compressed: by deflate, or by brotli. */
export const LINE_CODECS = ['deflate-lines', 'br'] as const

export type LineCodec = (typeof LINE_CODECS)[number]

/** How a body is made, as the item's `codec` names it. `deflate-raw` compresses JSON. */
export type Codec = LineCodec | 'deflate-raw'

const CODECS: readonly Codec[] = [...LINE_CODECS, 'deflate-raw']

/** A body that unfolds to more than this was not written by stacktale, or by accident. */
const UNFOLDED_LIMIT_BYTES = 256 * 1024 * 1024

/** Higher ones find hardly anything more until 10, which takes twenty times as long. */
const BROTLI_QUALITY = 5
/** A window as big as the text finds all that a bigger one would. */
const BROTLI_WINDOW_BITS = { least: 16, most: 22 }

export function compress(text: string, codec: Codec): Uint8Array {
  // A copy, because what zlib gives lies in 16 KB that it would keep from being freed.
  return new Uint8Array(codec === 'br' ? brotli(Buffer.from(text)) : deflateRawSync(text))
}

function brotli(bytes: Buffer): Uint8Array {
  const { least, most } = BROTLI_WINDOW_BITS
  const window = Math.ceil(Math.log2(bytes.byteLength + 1))
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: Math.min(most, Math.max(least, window)),
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
    },
  })
}

/** @throws StacktaleError `codec-unknown` */
export function checkCodec(codec: string): Codec {
  const known = CODECS.find((name) => name === codec)
  if (known !== undefined) return known
  throw new StacktaleError(
    'codec-unknown',
    `This story is stored with the codec "${codec}", and this version reads ${CODECS.join(', ')}. A newer stacktale may have written it: update.`,
  )
}

/** @throws StacktaleError `body-damaged` */
export function decompress(body: Uint8Array, codec: Codec): string {
  const unfold = codec === 'br' ? brotliDecompressSync : inflateRawSync
  try {
    return unfold(body, { maxOutputLength: UNFOLDED_LIMIT_BYTES }).toString()
  } catch (cause) {
    throw new StacktaleError(
      'body-damaged',
      `The story cannot be unfolded: its ${body.byteLength} bytes are not whole ${codec} data. The rest of the item is shown as it is.`,
      { cause },
    )
  }
}
