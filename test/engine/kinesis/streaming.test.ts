import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { PutRecordsCommand } from '@aws-sdk/client-kinesis'
import { configure, flush, GenericLogger } from 'stacktale'
import type { Receipt, StacktaleError } from 'stacktale'
import { kinesisConsumer, kinesisSink } from 'stacktale/kinesis'
import { TableReader } from 'stacktale/table'
import { startAwsStandIn } from '../../../scripts/aws-stand-in/aws-stand-in.ts'
import { tableForTest } from '../table/table-for-test.ts'
import { EmbeddedKinesis } from './embedded-kinesis.ts'
import { eventOf } from './event-for-test.ts'
import { drain } from './event-source-mapping.ts'
import { storedKeys } from './stored-keys.ts'

const EVENTS = 1_000
const POISON = ['not ours', '{"v":99}', '']

describe('events through a Kinesis stream', () => {
  let kinesis: EmbeddedKinesis
  let reported: StacktaleError[]

  before(async () => {
    kinesis = await EmbeddedKinesis.start()
  })

  beforeEach(() => {
    reported = []
    configure({ onFailure: (error) => reported.push(error) })
  })

  after(async () => {
    configure({ sink: undefined, onFailure: undefined })
    await kinesis[Symbol.asyncDispose]()
  })

  async function putRaw(stream: string, data: readonly string[]): Promise<void> {
    await kinesis.client.send(
      new PutRecordsCommand({
        StreamName: stream,
        Records: data.map((each) => ({
          Data: Buffer.from(`${each}\u0000`),
          PartitionKey: each || '-',
        })),
      }),
    )
  }

  async function commit(id: number): Promise<Receipt | undefined> {
    const log = new GenericLogger({ id }, 'bulk')
    log.info(`Event ${id}`, { id })
    log.warn('and its warning')
    return await log.commit()
  }

  it('are stored once each, with faults, poison in between and batches that come again', async () => {
    const location = await tableForTest()
    const stream = await kinesis.stream(2)
    configure({ sink: kinesisSink({ stream, client: kinesis.client }) })
    const receipts: (Receipt | undefined)[] = []
    for (let half = 0; half < 2; half += 1) {
      const ids = Array.from({ length: EVENTS / 2 }, (_, id) => half * (EVENTS / 2) + id)
      receipts.push(...(await Promise.all(ids.map(commit))))
      await putRaw(stream, POISON)
    }
    await flush()

    await using aws = await startAwsStandIn({ endpoint: location.endpoint })
    const consumer = kinesisConsumer({ ...location, endpoint: aws.endpoint })
    const mapping = { client: kinesis.client, stream, consumer, batchSize: 100, remainingMs: 2_000 }
    aws.faults.unprocessed = 0.05
    aws.faults.throttle = 0.2
    await drain(mapping)
    assert.ok((aws.counts.injected.get('throttle') ?? 0) > 0, `seed ${aws.seed}`)
    assert.ok((aws.counts.injected.get('unprocessed') ?? 0) > 0, `seed ${aws.seed}`)
    aws.faults.clear()
    await drain(mapping)

    const expected = receipts.map((receipt) => `${receipt?.object} ${receipt?.timestamp}`)
    assert.deepEqual(await storedKeys(location, 'bulk_'), expected.toSorted())
    assert.equal((await storedKeys(location, 'poison_')).length, 2 * POISON.length)
    assert.ok(reported.some(({ code }) => code === 'record-poisoned'))

    const reader = new TableReader(location)
    const { object = '', timestamp = '' } = receipts[EVENTS / 2] ?? {}
    const event = await reader.event(object, timestamp)
    assert.deepEqual(
      event?.lines.map(({ text, level, data }) => ({ text, level, data })),
      [
        { text: `Event ${EVENTS / 2}`, level: 'info', data: { id: EVENTS / 2 } },
        { text: 'and its warning', level: 'warn', data: undefined },
      ],
    )
    const { events: poison } = await reader.feed({ prefix: 'poison' })
    assert.equal(poison.length, 2 * POISON.length)
    assert.match(poison[0]?.id ?? '', /^shardId-\d+$/)
  })

  it('are whole where they are bigger than a record may be', async () => {
    const location = await tableForTest()
    const stream = await kinesis.stream(1)
    configure({ sink: kinesisSink({ stream, endpoint: kinesis.endpoint, region: 'us-east-1' }) })
    const log = new GenericLogger({ id: 1 }, 'big')
    const texts = Array.from({ length: 30 }, () => randomBytes(50_000).toString('hex'))
    for (const text of texts) log.info(text)
    const receipt = await log.commit()
    assert.ok((receipt?.bytes ?? 0) > 1024 * 1024)
    const consumer = kinesisConsumer(location)
    await drain({ client: kinesis.client, stream, consumer, batchSize: 100, remainingMs: 120_000 })
    const event = await new TableReader(location).event('big_1', receipt?.timestamp ?? '')
    assert.deepEqual(
      event?.lines.map(({ text }) => text),
      texts,
    )
    assert.deepEqual(reported, [])
  })

  it('fail where the stream does not exist, with what to do', async () => {
    const sink = kinesisSink({ stream: 'nowhere', client: kinesis.client })
    const event = await eventOf('Started')
    await assert.rejects(sink.write(event), {
      code: 'stream-missing',
      message: /the stream "nowhere" .*create it, or check its name, AWS_REGION/,
    })
  })

  it('fail where the stream cannot be reached', async () => {
    const sink = kinesisSink({ stream: 'any', region: 'us-east-1', endpoint: 'http://127.0.0.1:1' })
    const event = await eventOf('Started')
    await assert.rejects(sink.write(event), { code: 'endpoint-unreachable' })
  })

  it('go to a stream that can be', () => {
    assert.throws(() => kinesisSink({ stream: 'a b' }), { code: 'option-invalid' })
  })
})
