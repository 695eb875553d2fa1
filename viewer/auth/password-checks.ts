import type { PasswordHash } from './password-hash.ts'
import { isPassword } from './password-hash.ts'

const MOST_WAITING = 16
const MOST_OF_AN_ADDRESS = 2

/** Too many passwords wait to be checked; nothing was. */
export class TooManyChecks extends Error {
  override readonly name = 'TooManyChecks'
}

/**
 * Checks passwords one after another, because each takes 128 MiB and a good part of a second. Few may
 * wait, and fewer of one address, so that guessing costs neither memory nor everyone else's turn.
 */
export class PasswordChecks {
  readonly #waitingOf = new Map<string, number>()
  #waiting = 0
  #last: Promise<unknown> = Promise.resolve()

  /** @throws TooManyChecks */
  async check(password: string, hash: PasswordHash, address: string): Promise<boolean> {
    const ofAddress = this.#waitingOf.get(address) ?? 0
    if (this.#waiting >= MOST_WAITING || ofAddress >= MOST_OF_AN_ADDRESS) throw new TooManyChecks()
    this.#waiting += 1
    this.#waitingOf.set(address, ofAddress + 1)
    try {
      const checked = this.#last.then(async () => await isPassword(password, hash))
      this.#last = checked.catch(() => undefined)
      return await checked
    } finally {
      this.#waiting -= 1
      const left = (this.#waitingOf.get(address) ?? 1) - 1
      if (left === 0) this.#waitingOf.delete(address)
      else this.#waitingOf.set(address, left)
    }
  }
}
