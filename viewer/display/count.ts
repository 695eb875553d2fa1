/** A whole number as it is read: `1,204`. */
export function digits(number: number): string {
  return number.toLocaleString('en-US')
}

/** A number with its noun: `1 line`, `1,204 lines`, `no lines`. */
export function count(number: number, noun: string, plural: string = `${noun}s`): string {
  const said = number === 0 ? 'no' : number.toLocaleString('en-US', { maximumFractionDigits: 1 })
  return `${said} ${said === '1' ? noun : plural}`
}
