import { BoundedMap } from '../auth/bounded-map.ts'

/** A list that is followed is asked for every few seconds; so often it is told of. */
const TOLD_EVERY_MS = 300_000
const MOST_KNOWN = 10_000

export interface Look {
  readonly user: string
  readonly address: string
  /** The address that was asked for, below the viewer's. */
  readonly path: string
  readonly readUnits: number
}

interface Followed {
  readonly toldAt: number
  /** The earliest time that what was told of reaches back to. */
  readonly since: number
  /** What was read and not told of yet. */
  readonly readUnits: number
}

/**
 * Joins the looks of who follows a list: the first is told of, then one in five minutes, with what those
 * between took. A look that reaches further back than those before is one of its own.
 */
export class FollowedLists {
  readonly #followed = new BoundedMap<string, Followed>(MOST_KNOWN)

  /**
   * @param now milliseconds since the epoch
   * @returns the read units to tell of this look; undefined where it is told of with a later one
   */
  untold({ user, address, path, readUnits }: Look, now: number): number | undefined {
    const query = new URLSearchParams(path.replace(/^[^?]*/, ''))
    const since = Number(query.get('since'))
    query.delete('since')
    const key = JSON.stringify([user, address, query.toString()])
    const known = this.#followed.get(key)
    const sum = (known?.readUnits ?? 0) + readUnits
    if (known !== undefined && since >= known.since && now - known.toldAt < TOLD_EVERY_MS) {
      this.#followed.set(key, { ...known, readUnits: sum })
      return undefined
    }
    this.#followed.set(key, { toldAt: now, since, readUnits: 0 })
    return sum
  }
}
