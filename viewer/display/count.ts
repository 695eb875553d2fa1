import { figure } from './figure.ts'

/** A number with its noun: `1 line`, `1,204 lines`, `no lines`. */
export function count(number: number, noun: string, plural: string = `${noun}s`): string {
  const digits = number === 0 ? 'no' : figure(number)
  return `${digits} ${digits === '1' ? noun : plural}`
}
