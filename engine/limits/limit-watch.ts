import { dayName, dayOf, DAY_MS, HOUR_MS } from '../hours.ts'
import { StacktaleError } from '../errors/stacktale-error.ts'
import type { LogEvent } from '../event.ts'
import { warningsKey } from '../item/item.ts'
import type { WarningItem } from '../item/item.ts'
import { isPassing } from '../errors/is-passing.ts'
import { growthOf } from '../table/standing/growth.ts'
import type { NearLimit } from '../table/standing/near-limits.ts'
import { nearLimits } from '../table/standing/near-limits.ts'
import { nearText } from '../table/standing/near-text.ts'
import { reportedBytes, unitsTogether } from '../table/standing/reported.ts'
import type { TableDescribed } from '../table/table-status.ts'
import { OwnRate } from './own-rate.ts'
import { warningEvent } from './warning-event.ts'

/** Processes that end before it ask nothing. */
const FIRST_MS = 60_000
const INTERVAL_MS = HOUR_MS
const MARK_DAYS = 2
/** The sort keys of the marks. */
const NUMBERS: Readonly<Record<NearLimit['limit'], string>> = {
  storage: '1',
  growth: '2',
  writes: '3',
}

/** What is told of an event that is stored. */
export interface StoredLoad {
  readonly bytes: number
  readonly writeUnits: number
  /** Days after which it expires; null for never. */
  readonly retentionDays: number | null
}

export interface LimitWatchOptions {
  /** What AWS reports of the table, which costs nothing; undefined where there is none. */
  readonly describe: () => Promise<TableDescribed | undefined>
  /** Puts a mark where there is none. @returns whether there was none */
  readonly mark: (item: WarningItem) => Promise<boolean>
  /** Stores the event that warns. */
  readonly store: (event: LogEvent) => void
  readonly report: (error: StacktaleError) => void
  /** Milliseconds from any beginning. Default: `performance.now`. */
  readonly now?: (() => number) | undefined
  /** Milliseconds since the epoch. Default: `Date.now`. */
  readonly clock?: (() => number) | undefined
}

/**
 * Warns when the table comes near a limit: by an event and a report, once a day for each limit, whichever
 * process sees it first. It looks only when events are stored, once an hour, so it has no timer.
 */
export class LimitWatch {
  readonly #options: LimitWatchOptions
  readonly #now: () => number
  readonly #clock: () => number
  readonly #rate: OwnRate
  readonly #warned = new Set<string>()
  readonly #seenSince = new Map<NearLimit['limit'], number>()
  #nextAt: number
  #retentionDays: number | null = null

  constructor(options: LimitWatchOptions) {
    this.#options = options
    this.#now = options.now ?? (() => performance.now())
    this.#clock = options.clock ?? Date.now
    const startedAt = this.#now()
    this.#rate = new OwnRate(startedAt)
    this.#nextAt = startedAt + FIRST_MS
  }

  /** Events were stored. It resolves when what it leads to is done, and never rejects. */
  async stored(loads: readonly StoredLoad[]): Promise<void> {
    const now = this.#now()
    for (const load of loads) this.#rate.add(load, now)
    const last = loads.at(-1)
    if (last === undefined || now < this.#nextAt) return
    this.#retentionDays = last.retentionDays
    this.#nextAt = now + INTERVAL_MS
    try {
      await this.#look(now)
    } catch (error) {
      this.#failed(error)
    }
  }

  async #look(now: number): Promise<void> {
    const described = await this.#options.describe()
    if (described === undefined) return
    const near = this.#near(described, now)
    for (const limit of this.#seenSince.keys()) {
      if (!near.some((each) => each.limit === limit)) this.#seenSince.delete(limit)
    }
    for (const each of near) await this.#warn(each, described, now)
  }

  #near(described: TableDescribed, now: number): readonly NearLimit[] {
    const storedBytes = reportedBytes(described)
    const retention = { days: this.#retentionDays, isOn: true }
    const growth = growthOf(storedBytes, this.#rate.bytesADay(now), retention)
    return nearLimits({
      storedBytes,
      daysUntilFull: growth.daysUntilFullWithRetention,
      peakUnits: this.#rate.peakUnits,
      provisionedUnits: unitsTogether(described)?.write,
    })
  }

  async #warn(near: NearLimit, described: TableDescribed, now: number): Promise<void> {
    const { limit } = near
    const time = this.#clock()
    const since = this.#seenSince.get(limit) ?? time
    this.#seenSince.set(limit, since)
    const day = dayOf(time)
    const name = `${limit} ${day}`
    if (this.#warned.has(name)) return
    const isFirst = await this.#options.mark({
      object: warningsKey(dayName(day)),
      timestamp: NUMBERS[limit],
      name: limit,
      expires: (day + MARK_DAYS * DAY_MS) / 1000,
    })
    this.#warned.add(name)
    if (!isFirst) return
    const { says, mend } = nearText(near)
    this.#options.report(
      new StacktaleError('limit-near', `${says} ${mend} stacktale cost says more.`),
    )
    this.#options.store(
      warningEvent({
        near,
        time,
        since,
        table: described.table,
        items: described.items,
        storedBytes: reportedBytes(described),
        bytesADay: this.#rate.bytesADay(now),
        peakUnits: this.#rate.peakUnits,
        retentionDays: this.#retentionDays,
      }),
    )
  }

  /** What passes by itself is reported by the delivery, and tried again in an hour. */
  #failed(cause: unknown): void {
    const error = cause instanceof StacktaleError ? cause : undefined
    if (error?.code === 'access-denied') {
      this.#nextAt = Infinity
      this.#options.report(
        new StacktaleError(
          'access-denied',
          'Whether the table comes near a limit is not known, because these credentials may not describe it. Allow dynamodb:DescribeTable on it, or set configure({ limitWarnings: false }).',
          { cause },
        ),
      )
    } else if (error === undefined || !isPassing(error)) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      this.#options.report(
        error ??
          new StacktaleError(
            'service-failed',
            `Whether the table comes near a limit could not be found out (${reason}).`,
            { cause },
          ),
      )
    }
  }
}
