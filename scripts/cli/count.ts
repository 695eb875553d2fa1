/** A number and its noun: `1 event`, `1,200 events`. */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
}

/** What reading took: `0.5 read units`. */
export function readCost(units: number): string {
  return count(Math.round(units * 10) / 10, 'read unit')
}
