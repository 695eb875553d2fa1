/**
 * Whole numbers from 0 up, packed into half bytes: each holds three bits of a number, the highest
 * first, and its own highest bit says that more of the same number follow. Small numbers, as most
 * times between lines are, take half a byte.
 */
const VALUES = 8
const MORE = 8
const HALF_BITS = 4
const LOW_HALF = 15

export function packNumbers(numbers: readonly number[]): Uint8Array {
  const halves: number[] = []
  for (const number of numbers) {
    const own = [number % VALUES]
    for (let rest = Math.floor(number / VALUES); rest > 0; rest = Math.floor(rest / VALUES)) {
      own.push((rest % VALUES) + MORE)
    }
    for (let at = own.length - 1; at >= 0; at -= 1) halves.push(own[at] ?? 0)
  }
  const packed = new Uint8Array(Math.ceil(halves.length / 2))
  for (let at = 0; at < halves.length; at += 2) {
    packed[at / 2] = ((halves[at] ?? 0) << HALF_BITS) | (halves[at + 1] ?? 0)
  }
  return packed
}

/** Reads packed numbers, one after the other. */
export class PackedNumbers {
  readonly #bytes: Uint8Array
  #half = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** The next number, or undefined where the bytes end within it. */
  next(): number | undefined {
    let number = 0
    for (;;) {
      const byte = this.#bytes[this.#half >> 1]
      if (byte === undefined) return undefined
      const half = this.#half % 2 === 0 ? byte >> HALF_BITS : byte & LOW_HALF
      this.#half += 1
      number = number * VALUES + (half % VALUES)
      if (half < MORE) return number
    }
  }

  /** What follows the byte that the last number ends in. */
  rest(): Uint8Array {
    return this.#bytes.subarray((this.#half + 1) >> 1)
  }
}
