const DIGITS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })

/** A number as it is read: `1,204`, `2.5`. */
export function digits(number: number): string {
  return DIGITS.format(number)
}

/** A number with its noun: `1 line`, `1,204 lines`, `no lines`. */
export function count(number: number, noun: string, plural: string = `${noun}s`): string {
  const said = number === 0 ? 'no' : digits(number)
  return `${said} ${said === '1' ? noun : plural}`
}
