// The stand-in for AWS in a process of its own, so that it takes no time of the application's.
import { startAwsStandIn } from '../../aws-stand-in/aws-stand-in.ts'
import type { StandInOptions, StandInReport } from './stand-in.ts'

/** After the measurement, units flow in so fast that there are always enough. */
const IN_PLENTY = 10_000

const { endpoint, writeUnits, table }: StandInOptions = JSON.parse(process.argv[2] ?? '{}')
let speed = 1
let [passed, at] = [0, performance.now()]

function clock(): number {
  const now = performance.now()
  passed += (now - at) * speed
  at = now
  return passed
}

const aws = await startAwsStandIn({
  endpoint,
  units: { table: { write: writeUnits }, index: { write: writeUnits } },
  credit: 'empty',
  clock,
})

process.on('message', (message) => {
  if (message === 'plenty') {
    clock()
    speed = IN_PLENTY
  }
  const { counts } = aws
  const report: StandInReport = {
    endpoint: aws.endpoint,
    tableUnits: counts.writeUnits(table),
    feedUnits: counts.writeUnits(table, 'feed'),
    throttledPuts: counts.throttledPuts,
    requests: [...counts.requests.values()].reduce((sum, count) => sum + count, 0),
  }
  process.send?.(report)
})
process.on('disconnect', () => process.exit(0))
