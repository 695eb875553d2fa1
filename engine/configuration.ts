import { hostname } from 'node:os'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { checkOptions } from './check-options.ts'
import type { RedactOptions } from './data/redact-options.ts'
import { Redaction } from './data/redaction.ts'
import type { StacktaleError } from './errors/stacktale-error.ts'
import { expiryAfter } from './item/retention.ts'
import { TimestampSequence } from './item/timestamp.ts'
import type { Level } from './level.ts'
import { isAtLeast } from './level.ts'
import type { Sink } from './sinks/sink.ts'

/** What an application may set; everything has a default. */
export interface Options {
  /** The DynamoDB table. Default: `STACKTALE_TABLE`, else `stacktale`. */
  readonly table?: string | undefined
  /** The name of this service, kept with each event. Default: `STACKTALE_SERVICE`, else none. */
  readonly service?: string | undefined
  /** The name of this machine, kept with each event. Default: the host's name. */
  readonly host?: string | undefined
  /** Days after which DynamoDB deletes an event, at no cost; `Infinity` keeps it for ever. Default: 30. */
  readonly retentionDays?: number | undefined
  /** The lowest level that is kept. Default: `debug`, which is all. */
  readonly level?: Level | undefined
  /** The lowest level whose lines keep the `file:line` that logged them, or false for none. Default: `warn`. */
  readonly source?: Level | false | undefined
  /** Whether the stack tells how deep a line is; without it, steps alone do. Default: true. */
  readonly depth?: boolean | undefined
  /** Which secrets are hidden beyond the obvious, or false to hide none. Default: the obvious. */
  readonly redact?: RedactOptions | false | undefined
  /** Default: AWS's own settings, such as `AWS_REGION`. */
  readonly region?: string | undefined
  /** Default: AWS's own settings, such as `AWS_ENDPOINT_URL_DYNAMODB`. */
  readonly endpoint?: string | undefined
  /** A DynamoDB client of the application's own, in place of one made from region and endpoint. */
  readonly client?: DynamoDBClient | undefined
  /** Whether a worker thread stores events, so that the application's only hands them over. Default: true, but false in a Lambda. */
  readonly worker?: boolean | undefined
  /** A folder in which events are on disk until they are stored, or false for none. Default: `STACKTALE_JOURNAL`, else none. */
  readonly journal?: string | false | undefined
  /** What the journal may hold, in bytes. Default: 256 MB. */
  readonly journalBytes?: number | undefined
  /** Days after which an event that could not be stored leaves the journal. Default: 14. */
  readonly journalDays?: number | undefined
  /** What may wait in memory to be stored, about, in bytes. Default: 32 MB. */
  readonly queueBytes?: number | undefined
  /** The most write units a second, table and index together, for a table that is billed by request. Default: as many as the table gives. */
  readonly writeUnitsPerSecond?: number | undefined
  /** Whether what is stored is counted, for the viewer's charts, at 1 % of the write units. Default: true. */
  readonly counters?: boolean | undefined
  /** Whether an event warns, once a day, when the table comes near a limit of the free tier. Default: true. */
  readonly limitWarnings?: boolean | undefined
  /** How long the process's end may be held up to store what is left, in milliseconds. Default: 2,000. */
  readonly exitTimeoutMs?: number | undefined
  /** Where events go. Default: the DynamoDB table. */
  readonly sink?: Sink | undefined
  /** The time in milliseconds since the epoch. Default: the machine's. */
  readonly clock?: (() => number) | undefined
  /** Told of the logger's own failures. Default: a line on standard error, each code once a minute. */
  readonly onFailure?: ((error: StacktaleError) => void) | undefined
}

let options: Options = {}
// Always the same objects, so that V8 need not look for them at each line.
const kept = levelsAtLeast('debug')
const keptWithSource = levelsAtLeast('warn')
let timestamps = new TimestampSequence(Date.now)
let hidden = new Redaction()

/** See `configure`. @throws StacktaleError `option-invalid` */
export function changeOptions(changes: Options): void {
  checkOptions(changes)
  if ('clock' in changes) timestamps = new TimestampSequence(changes.clock ?? Date.now)
  if ('redact' in changes) hidden = new Redaction(changes.redact)
  options = { ...options, ...changes }
  Object.assign(kept, levelsAtLeast(options.level ?? 'debug'))
  Object.assign(keptWithSource, levelsAtLeast(options.source ?? 'warn'))
}

type Levels = Readonly<Record<Level, boolean>>

function levelsAtLeast(floor: Level | false): Levels {
  const isIn = (level: Level): boolean => floor !== false && isAtLeast(level, floor)
  return { debug: isIn('debug'), info: isIn('info'), warn: isIn('warn'), error: isIn('error') }
}

/** Whether lines of a level are kept. */
export function isKept(level: Level): boolean {
  return kept[level]
}

/** Whether lines of a level keep the place that logged them. */
export function isSourceKept(level: Level): boolean {
  return keptWithSource[level]
}

/** Whether lines of a level are told from the stack: their depth, or the place that logged them. */
export function isStackRead(level: Level): boolean {
  return options.depth !== false || isSourceKept(level)
}

/** What is hidden from data, errors and messages. */
export function redaction(): Redaction {
  return hidden
}

/** The options in force. */
export function configuration(): Options {
  return options
}

/** Milliseconds on a clock that never steps back, for what a line or an event took. */
export function elapsedClock(): number {
  return options.clock === undefined ? performance.now() : options.clock()
}

/** The sort key of an event committed now. */
export function nextTimestamp(): string {
  return timestamps.next()
}

export function serviceName(): string | undefined {
  return options.service ?? (process.env['STACKTALE_SERVICE'] || undefined)
}

let machineName: string | undefined

function machine(): string {
  machineName ??= hostname()
  return machineName
}

export function hostName(): string {
  return options.host ?? machine()
}

const DEFAULT_RETENTION_DAYS = 30

/** When an event of that time expires, in seconds since the epoch; undefined for never. */
export function expiryOf(milliseconds: number): number | undefined {
  const { retentionDays = DEFAULT_RETENTION_DAYS } = options
  if (retentionDays === Infinity) return undefined
  return expiryAfter(milliseconds, retentionDays)
}
