// A viewer as it is by default, in a process of its own: within its pace, sharing reads alike.
import { TableReader } from '../../../engine/table/table-reader.ts'
import { SHARED_READ_UNITS_PER_SECOND } from '../../../engine/table/read-pace.ts'
import { startViewer } from '../../../viewer/index.ts'
import { sharedReads } from '../../../viewer/shared-reads.ts'
import { meteredReader } from './metered-reader.ts'

export interface ViewerState {
  readonly url: string
  readonly heapBytes: number
  readonly readUnits: number
}

const table = process.argv[2] ?? ''
const metered = meteredReader(
  new TableReader({ table, readUnitsPerSecond: SHARED_READ_UNITS_PER_SECOND }),
)
const { url } = await startViewer({ port: 0, reader: sharedReads(metered.reader) })

function tell(): void {
  for (let times = 0; times < 3; times += 1) globalThis.gc?.()
  const state: ViewerState = {
    url,
    heapBytes: process.memoryUsage().heapUsed,
    readUnits: metered.readUnits(),
  }
  process.send?.(state)
}

process.on('message', tell)
process.on('disconnect', () => process.exit(0))
