import { bytesText, daysText } from '../../engine/table/standing/amount-text.ts'
import type { Standing } from '../../engine/table/standing/standing.ts'
import type { Meter } from './meter.ts'
import { stateOf } from './meter.ts'

const SOURCES: Readonly<Record<Standing['storage']['source'], string>> = {
  reported:
    'As AWS counted it, which it does about every six hours, with the 100 bytes that it adds to each item and each entry of the index.',
  counted: 'AWS has not counted it yet: this is what the events of the last days add up to.',
  unknown: 'Not known: these credentials may not describe the table, and nothing was counted.',
}

/** How full the storage is, and how it goes on. */
export function storageMeter(standing: Standing): Meter {
  const { storage } = standing
  const { bytes, freeBytes, bytesADay, source } = storage
  const share = bytes / freeBytes
  return {
    label: 'Storage',
    reading: `${bytesText(bytes)} of ${bytesText(freeBytes)}`,
    share,
    state: stateOf(share),
    notes: [
      ...(bytesADay === 0
        ? ['Nothing was added in the last days.']
        : [`It grows by ${bytesText(bytesADay)} a day. ${withoutRetention(standing)}`]),
      ...retentionNotes(standing),
      SOURCES[source],
    ],
  }
}

function withoutRetention({ storage: { daysUntilFull } }: Standing): string {
  if (daysUntilFull === null) return 'It is never full.'
  if (daysUntilFull === 0) return 'What is free is full.'
  return `If nothing expired, it would be full in ${daysText(daysUntilFull)}.`
}

function retentionNotes({ storage, retention }: Standing): readonly string[] {
  const { days, isOn } = retention
  if (days === undefined) return []
  if (days === null) return ['The newest event is kept for ever.']
  const kept = `The newest event expires after ${daysText(days)}`
  if (isOn === false) {
    return [
      `${kept}, but the table does not remove what has expired: “stacktale table create” switches that on in AWS, and local stand-ins cannot do it. ${withRetention(storage, days)}`,
    ]
  }
  const { levelsOffAtBytes, daysUntilFullWithRetention: full } = storage
  if (levelsOffAtBytes === null || levelsOffAtBytes === 0) return [`${kept}.`]
  const level = `${kept}: storage levels off at ${bytesText(levelsOffAtBytes)}`
  if (full === null) return [`${level} and is never full.`]
  return [full === 0 ? `${level}.` : `${level}, so it is full in ${daysText(full)} all the same.`]
}

/** Where storage would end, were what has expired removed. */
function withRetention({ bytesADay, freeBytes }: Standing['storage'], days: number): string {
  const level = bytesADay * days
  const fits = level > freeBytes ? 'too much for what is free' : 'never full'
  return `Storage would then level off at ${bytesText(level)}, ${fits}.`
}
