const UNITS = ['KB', 'MB', 'GB', 'TB'] as const
const STEP = 1024

/** A size in three or so digits: `812 bytes`, `1.2 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < STEP) return `${bytes} bytes`
  const power = Math.min(UNITS.length, Math.floor(Math.log2(bytes) / Math.log2(STEP)))
  const value = bytes / STEP ** power
  return `${value.toFixed(value < 10 ? 1 : 0)} ${UNITS[power - 1] ?? ''}`
}
