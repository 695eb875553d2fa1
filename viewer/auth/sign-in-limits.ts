import { BoundedMap } from './bounded-map.ts'
import { Throttle } from './throttle.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const MOST_FAMILIAR = 10_000

/**
 * How often an account may be tried, and from where.
 *
 * Who tries one account from one address waits up to a quarter of an hour; so does an address that
 * tries many. An account that is tried from many addresses waits for seconds only, and not where it
 * was signed in from before: so nobody can keep its owner out.
 */
export class SignInLimits {
  readonly #pairs = new Throttle({
    free: 5,
    firstMs: SECOND_MS,
    mostMs: 15 * MINUTE_MS,
    forgetMs: HOUR_MS,
  })
  readonly #addresses = new Throttle({
    free: 20,
    firstMs: SECOND_MS,
    mostMs: 15 * MINUTE_MS,
    forgetMs: HOUR_MS,
  })
  readonly #accounts = new Throttle({
    free: 100,
    firstMs: SECOND_MS,
    mostMs: 10 * SECOND_MS,
    forgetMs: HOUR_MS,
  })
  readonly #familiar = new BoundedMap<string, true>(MOST_FAMILIAR)

  /** @returns for how many milliseconds to wait with the next try; 0 for none */
  waitMs(account: string, address: string, now: number): number {
    const pair = pairOf(account, address)
    return Math.max(
      this.#pairs.waitMs(pair, now),
      this.#addresses.waitMs(address, now),
      this.#familiar.get(pair) === undefined ? this.#accounts.waitMs(account, now) : 0,
    )
  }

  fail(account: string, address: string, now: number): void {
    this.#pairs.fail(pairOf(account, address), now)
    this.#addresses.fail(address, now)
    this.#accounts.fail(account, now)
  }

  /** What was counted as failed was none. An address keeps its other failures: they may be at other accounts. */
  succeed(account: string, address: string, now: number): void {
    const pair = pairOf(account, address)
    this.#pairs.forgiveAll(pair)
    this.#addresses.forgiveOne(address, now)
    this.#accounts.forgiveOne(account, now)
    this.#familiar.set(pair, true)
  }

  /** What was counted as failed was not checked. */
  takeBack(account: string, address: string, now: number): void {
    this.#pairs.forgiveOne(pairOf(account, address), now)
    this.#addresses.forgiveOne(address, now)
    this.#accounts.forgiveOne(account, now)
  }
}

function pairOf(account: string, address: string): string {
  return JSON.stringify([account, address])
}
