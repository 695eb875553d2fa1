import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { configure, flush, GenericLogger, ledger } from 'stacktale'
import { DynamoDbSink } from '../../../engine/sinks/dynamodb-sink.ts'
import { SHARED_READ_UNITS_PER_SECOND } from '../../../engine/table/read-pace.ts'
import { FEED_INDEX, FEED_UNITS, TABLE_UNITS } from '../../../engine/table/schema.ts'
import { startAwsStandIn } from '../../../scripts/aws-stand-in/aws-stand-in.ts'
import { eventOf } from '../../scripts/cli/stories.ts'
import { tableForTest } from './table-for-test.ts'

const run = promisify(execFile)
const READER = fileURLToPath(new URL('fixtures/paced-reader.js', import.meta.url))
const READERS = 2
const UNITS_EACH = 44
/** What a reader has saved up at its start, and what its last page can take beyond. */
const AT_ONCE = 25 + 5
const WRITTEN = 40

interface Shared {
  /** What the feed gave. */
  readonly readUnits: number
  readonly seconds: number
  readonly throttled: number
}

describe('two processes that read, and one that writes', () => {
  after(() => configure({ table: undefined, region: undefined, endpoint: undefined }))

  async function share(credit: 'full' | 'empty'): Promise<Shared> {
    const place = await tableForTest()
    const sink = new DynamoDbSink(place)
    for (let event = 0; event < 300; event += 50) {
      await Promise.all(Array.from({ length: 50 }, () => sink.write(eventOf())))
    }
    await using aws = await startAwsStandIn({
      endpoint: place.endpoint,
      units: { table: TABLE_UNITS, index: FEED_UNITS },
      credit,
    })
    const { endpoint } = aws
    const env = {
      ...process.env,
      STACKTALE_TABLE: place.table,
      AWS_REGION: place.region,
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    }
    const reading = Array.from({ length: READERS }, async () => {
      const { stdout } = await run(process.execPath, [READER, String(UNITS_EACH)], { env })
      return Number(JSON.parse(stdout).readUnits)
    })
    configure({ ...place, endpoint })
    const before = ledger().stored
    for (let id = 0; id < WRITTEN; id += 1) {
      const log = new GenericLogger({ id }, 'written')
      log.info('Starting')
      void log.commit()
    }
    const [units] = await Promise.all([Promise.all(reading), flush()])

    for (const readUnits of units) assert.ok(readUnits >= UNITS_EACH)
    assert.equal(ledger().stored - before, WRITTEN)
    const seconds = [...aws.counts.unitsBySecond('read', place.table, FEED_INDEX).keys()]
    return {
      readUnits: aws.counts.readUnits(place.table, FEED_INDEX),
      seconds: Math.max(...seconds) - Math.min(...seconds) + 1,
      throttled: aws.counts.throttledReads,
    }
  }

  it('take together no more than a free table has, though it would give more for a while', async () => {
    const { readUnits, seconds, throttled } = await share('full')
    const most = READERS * (AT_ONCE + SHARED_READ_UNITS_PER_SECOND * seconds)
    assert.ok(readUnits <= most, `${readUnits} read units in ${seconds} s`)
    assert.equal(throttled, 0)
    assert.ok(READERS * SHARED_READ_UNITS_PER_SECOND <= Math.min(TABLE_UNITS.read, FEED_UNITS.read))
  })

  it('all get on where a table has nothing saved up, and none is refused for good', async () => {
    const { readUnits } = await share('empty')
    assert.ok(readUnits >= READERS * UNITS_EACH)
  })
})
