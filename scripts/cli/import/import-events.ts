import { tableLoad } from '../../../engine/delivery/table-carrier.ts'
import type { LogEvent } from '../../../engine/event.ts'
import { writtenEvent } from '../../../engine/item/written-event.ts'
import type { TableLocation } from '../../../engine/table/client.ts'
import { LineError, parseEvent } from './parse-event.ts'
import { Storer } from './storer.ts'

export interface ImportPlan {
  /** By which expired events are told. */
  readonly nowSeconds: number
  readonly onBadLine: (line: number, problem: string) => void
  /** Told how many events have been stored so far. */
  readonly onProgress: (events: number) => void
}

export interface Imported {
  readonly stored: number
  /** How many of these nothing shows, as they had expired. */
  readonly expired: number
  readonly bad: number
  readonly writeUnits: number
}

/** Stores an event for each line that is one. The keys are the export's, so doing it again changes nothing. */
export async function importEvents(
  lines: AsyncIterable<string>,
  location: TableLocation,
  { nowSeconds, onBadLine, onProgress }: ImportPlan,
): Promise<Imported> {
  let bad = 0
  let expired = 0
  let number = 0
  const reject = (line: number, problem: string): void => {
    bad += 1
    onBadLine(line, problem)
  }
  const storer = new Storer(location, reject)
  for await (const line of lines) {
    number += 1
    const event = read(line, number, reject)
    if (event === undefined) continue
    if ((event.expires ?? Infinity) <= nowSeconds) expired += 1
    await storer.add({ line: number, load: tableLoad(writtenEvent(event)) })
    onProgress(storer.stored)
  }
  await storer.finish()
  return { stored: storer.stored, expired, bad, writeUnits: storer.writeUnits }
}

function read(
  line: string,
  number: number,
  reject: (line: number, problem: string) => void,
): LogEvent | undefined {
  const json = number === 1 ? line.replace(/^\ufeff/, '') : line
  if (json.trim() === '') return undefined
  try {
    return parseEvent(json)
  } catch (error) {
    if (!(error instanceof LineError)) throw error
    reject(number, error.message)
    return undefined
  }
}
