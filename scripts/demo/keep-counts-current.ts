import { flush } from 'stacktale'

const EVERY_MS = 20_000

/** A demo stores little, so what it counts would come late: a flush puts it, once a minute at most. */
export function keepCountsCurrent(): void {
  setInterval(() => void flush(), EVERY_MS).unref()
}
