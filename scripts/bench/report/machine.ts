import { cpus, release, totalmem, type } from 'node:os'

const BYTES_PER_GB = 1024 ** 3

/** What the figures were measured on. */
export function machine(): string {
  const processors = cpus()
  const model = processors[0]?.model.trim() || 'unknown processor'
  const memory = Math.round(totalmem() / BYTES_PER_GB)
  return `${processors.length} × ${model}, ${memory} GB of memory, ${type()} ${release()}`
}
