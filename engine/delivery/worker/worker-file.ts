import { existsSync } from 'node:fs'

/** The worker's code; undefined where a bundler left it behind. */
export function workerFile(): URL | undefined {
  const { url } = import.meta
  if (typeof url !== 'string') return undefined
  const file = new URL('worker.js', url)
  return existsSync(file) ? file : undefined
}
