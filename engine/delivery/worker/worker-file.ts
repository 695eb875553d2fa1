import { existsSync } from 'node:fs'

/** The worker's code; undefined where a bundler left it behind. */
export function workerFile(): URL | undefined {
  const { url } = import.meta
  if (typeof url !== 'string') return undefined
  // Its name is not one that an application gives to a file which lies beside its bundle.
  const file = new URL('stacktale-worker.js', url)
  return existsSync(file) ? file : undefined
}
