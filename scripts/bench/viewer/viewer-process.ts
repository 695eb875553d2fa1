// A viewer as it is by default, in a process of its own: within its pace, sharing reads alike, pages of one
// visitor in turns.
import { TableReader } from '../../../engine/table/table-reader.ts'
import { SHARED_READ_UNITS_PER_SECOND } from '../../../engine/table/read-pace.ts'
import { startViewer } from '../../../viewer/index.ts'
import { sharedReads } from '../../../viewer/shared-reads.ts'
import { meteredReader } from './metered-reader.ts'
import { LAST_MS } from './stories.ts'

export interface ViewerState {
  readonly url: string
  readonly heapBytes: number
  readonly readUnits: number
}

const [table = '', endpoint = ''] = process.argv.slice(2)
const clock = (): number => LAST_MS
const metered = meteredReader(
  new TableReader({
    table,
    endpoint,
    clock,
    readUnitsPerSecond: SHARED_READ_UNITS_PER_SECOND,
  }),
)
const { url } = await startViewer({ port: 0, reader: sharedReads(metered.reader), clock })

process.on('message', () => {
  for (let times = 0; times < 3; times += 1) globalThis.gc?.()
  const state: ViewerState = {
    url,
    heapBytes: process.memoryUsage().heapUsed,
    readUnits: metered.readUnits(),
  }
  process.send?.(state)
})
process.on('disconnect', () => process.exit(0))
