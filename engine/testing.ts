export type { MemorySink } from './sinks/memory-sink.ts'
export { memorySink } from './sinks/memory-sink.ts'
