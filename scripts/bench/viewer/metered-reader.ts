import type { EventReader } from '../../../viewer/index.ts'

/** A reader, and how many read units it has taken. */
export interface MeteredReader {
  readonly reader: EventReader
  readonly readUnits: () => number
}

export function meteredReader(reader: EventReader): MeteredReader {
  let sum = 0
  async function metered<Value extends { readonly readUnits: number } | undefined>(
    reading: Promise<Value>,
  ): Promise<Value> {
    const value = await reading
    sum += value?.readUnits ?? 0
    return value
  }
  return {
    reader: {
      table: reader.table,
      feed: async (query) => await metered(reader.feed(query)),
      object: async (key, query) => await metered(reader.object(key, query)),
      event: async (object, timestamp) => await metered(reader.event(object, timestamp)),
      neighbour: async (object, timestamp, direction) =>
        await metered(reader.neighbour(object, timestamp, direction)),
      prefixes: async () => await metered(reader.prefixes()),
      counts: async (query) => await metered(reader.counts(query)),
    },
    readUnits: () => sum,
  }
}
