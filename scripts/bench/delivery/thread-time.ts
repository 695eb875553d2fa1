import { readFileSync } from 'node:fs'

/** The processor's time of the main thread alone, in nanoseconds; undefined where the system does not tell. */
export function mainThreadNs(): number | undefined {
  try {
    const [ns] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')
    return Number(ns)
  } catch {
    return undefined
  }
}
