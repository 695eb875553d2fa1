import type { Level } from '../level.ts'

/** The format that this version writes. */
export const FORMAT = 1

/** The partition that lists the prefixes; no object's key starts with `_`. */
export const DIRECTORY_KEY = '_prefixes'

/** The partition that holds the further parts of one event too big for one item. */
export function partsKey(timestamp: string): string {
  return `_parts_${timestamp}`
}

/** The partition that holds what was counted of a day, `YYYY-MM-DD`. */
export function countsKey(day: string): string {
  return `_counts_${day}`
}

/** The partition that says of which limits was warned on a day, `YYYY-MM-DD`. */
export function warningsKey(day: string): string {
  return `_warnings_${day}`
}

/** An event's item. docs/table-format.md describes each attribute. */
export interface EventItem {
  readonly object: string
  readonly timestamp: string
  readonly prefix: string
  readonly level: Level
  readonly title: string
  readonly lines: number
  readonly duration: number
  readonly v: number
  readonly trace?: string
  readonly span?: string
  readonly parent?: string
  readonly service?: string
  readonly host?: string
  readonly expires?: number
  readonly part?: number
  readonly unfinished?: boolean
  readonly message?: string
  readonly detail?: string
  readonly body?: Uint8Array
  readonly codec?: string
  /** How many items of the event's parts partition hold the body. */
  readonly parts?: number
}

/** A piece of a body that is too big for one item. */
export interface PartItem {
  readonly object: string
  readonly timestamp: string
  readonly body: Uint8Array
  readonly expires?: number
}

/** The mention of a prefix in the directory. */
export interface DirectoryItem {
  readonly object: string
  readonly timestamp: string
  readonly name: string
}

/** What one writer stored in a day, counted. */
export interface CountsItem {
  readonly object: string
  readonly timestamp: string
  /** How many events are counted: of two states of an item, the one with more is the later. */
  readonly events: number
  readonly expires: number
  readonly v: number
  readonly counts?: string
  readonly body?: Uint8Array
  readonly codec?: string
}

/** That someone warned of a limit on a day, so that nobody else does. */
export interface WarningItem {
  readonly object: string
  /** A number for each limit. */
  readonly timestamp: string
  readonly name: string
  readonly expires: number
}

export type Item = EventItem | PartItem | DirectoryItem | CountsItem

/** The attributes that are numbers in the table. */
export const NUMERIC_ATTRIBUTES: ReadonlySet<string> = new Set([
  'timestamp',
  'lines',
  'duration',
  'v',
  'expires',
  'part',
  'parts',
  'events',
])

/** What the feed index keeps of an event, beside its own keys and the table's. */
export const FEED_ATTRIBUTES: readonly (keyof EventItem)[] = [
  'level',
  'title',
  'lines',
  'duration',
  'trace',
  'service',
  'expires',
]
