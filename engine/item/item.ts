import type { Level } from '../level.ts'

/** The format that this version writes. */
export const FORMAT = 1

/** The partition that lists the prefixes; no object's key starts with `_`. */
export const DIRECTORY_KEY = '_prefixes'

/** The partition that holds the further parts of one event too big for one item. */
export function partsKey(timestamp: string): string {
  return `_parts_${timestamp}`
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

export type Item = EventItem | PartItem | DirectoryItem

/** The attributes that are numbers in the table. */
export const NUMERIC_ATTRIBUTES: ReadonlySet<string> = new Set([
  'timestamp',
  'lines',
  'duration',
  'v',
  'expires',
  'part',
  'parts',
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
