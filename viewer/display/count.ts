const DIGITS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })

/** A number as it is read: `1,204`, `2.5`. */
export function digits(number: number): string {
  return DIGITS.format(number)
}

const MANY = 10_000_000
const SHORT = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 3 })

/** The same for where there is little room: in three digits from ten million on, as in `19.8B`. */
export function shortDigits(number: number): string {
  return number < MANY ? digits(number) : SHORT.format(number)
}

/** A number with its noun: `1 line`, `1,204 lines`, `no lines`. */
export function count(number: number, noun: string, plural: string = `${noun}s`): string {
  const said = number === 0 ? 'no' : digits(number)
  return `${said} ${said === '1' ? noun : plural}`
}
