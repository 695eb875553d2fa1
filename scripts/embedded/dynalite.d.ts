declare module 'dynalite' {
  import type { Server } from 'node:http'

  interface DynaliteOptions {
    /** The folder of the LevelDB store. Default: in memory. */
    readonly path?: string
    readonly createTableMs?: number
    readonly deleteTableMs?: number
    readonly updateTableMs?: number
  }

  export default function dynalite(options?: DynaliteOptions): Server
}
