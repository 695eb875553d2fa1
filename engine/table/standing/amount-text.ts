const UNITS = ['KB', 'MB', 'GB', 'TB', 'PB'] as const
const STEP = 1000
const YEAR_DAYS = 365.25
const YEARS_FROM_DAYS = 730
const MANY_YEARS = 100

const COMPACT = new Intl.NumberFormat('en-US', {
  notation: 'compact',
  compactDisplay: 'long',
  maximumSignificantDigits: 3,
})

/** A size as AWS charges for it, in steps of a thousand: `812 bytes`, `1.25 MB`, `3.2 GB`. */
export function bytesText(bytes: number): string {
  if (bytes < STEP) return counted(Math.round(bytes), 'byte')
  const power = Math.min(UNITS.length, Math.floor(Math.log10(bytes) / 3 + 1e-9))
  const value = bytes / STEP ** power
  return `${plain(value)} ${UNITS[power - 1] ?? ''}`
}

/** A big number and its noun, in three digits: `1 event`, `840 thousand lines`, `4.2 million events`. */
export function roughCount(number: number, noun: string): string {
  if (number >= 10_000) return `${COMPACT.format(number)} ${noun}s`
  return counted(Math.round(number), noun)
}

/** A length of time in days: `less than a day`, `12 days`, `4.2 years`. */
export function daysText(days: number): string {
  if (days < 1) return 'less than a day'
  if (days < YEARS_FROM_DAYS) return counted(Math.floor(days), 'day')
  const years = days / YEAR_DAYS
  return years > MANY_YEARS ? 'more than 100 years' : `${plain(years)} years`
}

/** Units a second, in two or three digits, and never 0 where there are some: `0.033`, `12.5`. */
export function rateText(perSecond: number): string {
  if (perSecond > 0 && perSecond < 0.001) return 'under 0.001'
  return plain(perSecond, perSecond < 1 ? 2 : 3)
}

/** A part of something: `84 %`, `under 1 %`. */
export function shareText(share: number): string {
  const percent = share * 100
  if (percent > 0 && percent < 1) return 'under 1 %'
  return `${Math.floor(percent).toLocaleString('en-US')} %`
}

function plain(value: number, digits: number = 3): string {
  return value.toLocaleString('en-US', { maximumSignificantDigits: digits })
}

function counted(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`
}
