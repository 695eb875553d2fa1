import assert from 'node:assert/strict'
import type { LogEvent } from 'stacktale'
import { configure, StacktaleError } from 'stacktale'
import type { KinesisEvent, KinesisEventRecord, PoisonRecord } from 'stacktale/kinesis'
import { kinesisConsumer } from 'stacktale/kinesis'
import { TableReader } from 'stacktale/table'
import { encodeRecords } from '../../../engine/kinesis/encode-records.ts'
import { writtenEvent } from '../../../engine/item/written-event.ts'
import type { AwsRequest } from '../../../scripts/aws-stand-in/aws-request.ts'
import { startAwsStandIn } from '../../../scripts/aws-stand-in/aws-stand-in.ts'
import { uniqueTable } from '../../embedded-dynamo.ts'
import type { TestTable } from '../table/table-for-test.ts'
import { tableForTest } from '../table/table-for-test.ts'
import { eventsOf } from './event-for-test.ts'
import { contextOf } from './event-source-mapping.ts'
import { storedKeys } from './stored-keys.ts'

const SHARD = 'shardId-000000000003'
const POISON = `poison_${SHARD}`
const ALL_STORED = { batchItemFailures: [] }

function from(sequenceNumber: string): object {
  return { batchItemFailures: [{ itemIdentifier: sequenceNumber }] }
}

/** What Lambda says of data in a stream; their sequence numbers are 100, 101, 102 and so on. */
function asInvoked(...data: readonly (string | Uint8Array)[]): KinesisEvent {
  const Records = data.map((each, index): KinesisEventRecord => {
    const sequenceNumber = String(100 + index)
    return {
      eventID: `${SHARD}:${sequenceNumber}`,
      eventSourceARN: 'arn:aws:kinesis:eu-west-1:123456789012:stream/events',
      kinesis: {
        sequenceNumber,
        partitionKey: 'key',
        data: Buffer.from(each).toString('base64'),
        approximateArrivalTimestamp: Math.floor(Date.now() / 1000),
      },
    }
  })
  return { Records }
}

function dataOf(event: LogEvent): Uint8Array {
  return encodeRecords(writtenEvent(event))[0]?.data ?? Buffer.of()
}

async function madeEvents(count: number): Promise<readonly LogEvent[]> {
  return await eventsOf(...Array.from({ length: count }, (_, id) => [`Event ${id}`]))
}

describe('a consumer of a stream', () => {
  let location: TestTable
  let reported: StacktaleError[]

  beforeEach(async () => {
    location = await tableForTest()
    reported = []
    configure({ onFailure: (error) => reported.push(error) })
  })

  after(() => {
    configure({ onFailure: undefined })
  })

  function codes(): readonly string[] {
    return reported.map(({ code }) => code)
  }

  it('stores events, and the same again once', async () => {
    const events = await madeEvents(60)
    const data = events.map(dataOf)
    const consume = kinesisConsumer(location)
    const batch = asInvoked(...data, ...data.slice(0, 3), ...data.slice(58))
    assert.deepEqual(await consume(batch, contextOf(20_000)), ALL_STORED)
    assert.deepEqual(await consume(batch, contextOf(20_000)), ALL_STORED)
    assert.deepEqual(
      await storedKeys(location, 'made_'),
      events.map(({ object, timestamp }) => `${object} ${timestamp}`).toSorted(),
    )
    assert.deepEqual(reported, [])
  })

  it('sets records aside that are none of stacktale’s, with the reason and their beginning', async () => {
    const [first, second] = (await madeEvents(2)).map(dataOf)
    const long = `not ours${'.'.repeat(2_000)}`
    const batch = asInvoked(first ?? '', long, Buffer.of(0xff, 0xfe), second ?? '')
    const consume = kinesisConsumer(location)
    assert.deepEqual(await consume(batch, contextOf(20_000)), ALL_STORED)
    assert.deepEqual(await consume(batch, contextOf(20_000)), ALL_STORED)
    assert.equal((await storedKeys(location, 'made_')).length, 2)
    const reader = new TableReader(location)
    const { events } = await reader.object(POISON)
    assert.equal(events.length, 2)
    const stored = await Promise.all(
      events.map(async ({ object, timestamp }) => await reader.event(object, timestamp)),
    )
    const told = stored.map((event) => Object(event?.lines[0]?.data))
    const text = told.find(({ sequenceNumber }) => sequenceNumber === '101')
    assert.equal(text.begin, long.slice(0, 1_024))
    assert.equal(text.bytes, long.length)
    assert.equal(text.stream, 'events')
    assert.match(text.reason, /not JSON/)
    const bytes = told.find(({ sequenceNumber }) => sequenceNumber === '102')
    assert.equal(bytes.beginBase64, Buffer.of(0xff, 0xfe).toString('base64'))
    assert.equal(stored[0]?.level, 'error')
    assert.deepEqual(codes(), Array<string>(4).fill('record-poisoned'))
    const [error] = reported
    assert.match(
      error?.message ?? '',
      /stream "events".*shard shardId-\d+, sequence number 101\).*not JSON.*kinesisSink.*stored as an event of poison_shardId-\d+:/,
    )
    assert.ok(error?.cause instanceof StacktaleError)
    assert.equal(error.cause.code, 'body-damaged')
  })

  it('gives them to onPoison, and stores them itself only where that fails', async () => {
    const given: PoisonRecord[] = []
    const batch = asInvoked('not ours', 'refused')
    const consume = kinesisConsumer({
      ...location,
      onPoison: async (record) => {
        await Promise.resolve()
        given.push(record)
        if (given.length === 2) throw new Error('full')
      },
    })
    assert.deepEqual(await consume(batch, contextOf(20_000)), ALL_STORED)
    assert.deepEqual(
      given.map(({ sequenceNumber, shard, data, reason }) => [
        sequenceNumber,
        shard,
        Buffer.from(data).toString(),
        reason.code,
      ]),
      [
        ['100', SHARD, 'not ours', 'body-damaged'],
        ['101', SHARD, 'refused', 'body-damaged'],
      ],
    )
    assert.equal((await storedKeys(location, 'poison_')).length, 1)
    assert.deepEqual(codes(), ['record-poisoned', 'record-poisoned', 'sink-failed'])
    assert.match(reported[0]?.message ?? '', /given to the option "onPoison"/)
  })

  it('sets aside what the table refuses, and stores what came with it', async () => {
    const [first, second, third] = await madeEvents(3)
    assert.ok(first !== undefined && second !== undefined && third !== undefined)
    const tooLong = { ...second, object: `made_${'a'.repeat(2_100)}` }
    const batch = asInvoked(dataOf(first), dataOf(tooLong), dataOf(third))
    assert.deepEqual(await kinesisConsumer(location)(batch, contextOf(20_000)), ALL_STORED)
    assert.equal((await storedKeys(location, 'made_')).length, 2)
    assert.equal((await storedKeys(location, 'poison_')).length, 1)
    assert.deepEqual(codes(), ['record-poisoned'])
    assert.match(reported[0]?.message ?? '', /DynamoDB did not take/)
  })

  it('says from where Lambda is to come again where there is no table', async () => {
    const data = (await madeEvents(2)).map(dataOf)
    const consume = kinesisConsumer({ ...location, table: uniqueTable() })
    assert.deepEqual(await consume(asInvoked(...data), contextOf(20_000)), from('100'))
    assert.deepEqual(await consume(asInvoked('poison', ...data), contextOf(20_000)), from('100'))
    assert.deepEqual(codes(), ['table-missing', 'record-poisoned', 'table-missing'])
  })

  it('tries again what is throttled, for as long as there is time, then names the first', async () => {
    await using aws = await startAwsStandIn({ endpoint: location.endpoint })
    const events = await madeEvents(60)
    const stubborn = events[40]?.object
    const isStubborn = ({ writes }: AwsRequest): boolean =>
      writes.some(({ item }) => JSON.stringify(item['object']) === JSON.stringify({ S: stubborn }))
    aws.faults.unprocessed = isStubborn
    aws.faults.throttle = (request) => request.operation === 'PutItem' && isStubborn(request)
    const consume = kinesisConsumer({ ...location, endpoint: aws.endpoint })
    const batch = asInvoked(...events.map(dataOf))
    const context = contextOf(3_000)
    assert.deepEqual(await consume(batch, context), from('140'))
    assert.ok(context.getRemainingTimeInMillis() > 0)
    assert.ok((aws.counts.requests.get('PutItem') ?? 0) > 3)
    assert.equal((await storedKeys(location, 'made_')).length, 49)
    aws.faults.clear()
    const rest = { Records: batch.Records.slice(40) }
    assert.deepEqual(await consume(rest, contextOf(20_000)), ALL_STORED)
    assert.equal((await storedKeys(location, 'made_')).length, 60)
    assert.deepEqual(codes(), ['throttled'])
  })

  it('answers in time where the table does not', async () => {
    await using aws = await startAwsStandIn({ endpoint: location.endpoint })
    aws.faults.blackHole = 1
    const consume = kinesisConsumer({ ...location, endpoint: aws.endpoint })
    const data = (await madeEvents(2)).map(dataOf)
    const context = contextOf(600)
    assert.deepEqual(await consume(asInvoked(...data), context), from('100'))
    assert.ok(context.getRemainingTimeInMillis() > 0)
    assert.deepEqual(codes(), ['timed-out'])
  })

  it('writes an event behind its parts', async () => {
    await using aws = await startAwsStandIn({ endpoint: location.endpoint })
    const written: string[] = []
    aws.faults.throttle = ({ writes }) => {
      written.push(writes.map(({ item }) => JSON.stringify(item['object'])).join())
      return false
    }
    const noise = Array.from({ length: 3 * 2 ** 16 }, () => Math.random().toString(36)).join('')
    const [event] = await eventsOf([noise.slice(0, 2 ** 21), noise.slice(0, 2 ** 21)])
    assert.ok(event !== undefined)
    const records = encodeRecords(writtenEvent(event))
    assert.ok(records.length > 2)
    const consume = kinesisConsumer({ ...location, endpoint: aws.endpoint })
    const batch = asInvoked(...records.map(({ data }) => data))
    assert.deepEqual(await consume(batch, contextOf(20_000)), ALL_STORED)
    assert.deepEqual(
      written.filter((keys) => keys.includes('made_')),
      ['{"S":"made_0"}'],
    )
    assert.equal(written.at(-1), '{"S":"made_0"}')
  })

  it('refuses to be the handler of something else', async () => {
    const consume = kinesisConsumer(location)
    const sqs: KinesisEvent = JSON.parse('{"Records":[{"messageId":"1"}]}')
    await assert.rejects(consume(sqs, contextOf(1_000)), { code: 'option-invalid' })
    const withoutNumber: KinesisEvent = JSON.parse(
      '{"Records":[{"kinesis":{"data":"","sequenceNumber":""}}]}',
    )
    await assert.rejects(consume(withoutNumber, contextOf(1_000)), { code: 'option-invalid' })
  })
})
