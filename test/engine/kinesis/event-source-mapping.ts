import assert from 'node:assert/strict'
import type { KinesisClient, _Record } from '@aws-sdk/client-kinesis'
import {
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListShardsCommand,
} from '@aws-sdk/client-kinesis'
import type { KinesisConsumer, KinesisEvent, KinesisEventRecord } from 'stacktale/kinesis'

/** More than this many invocations for one batch do not happen. */
const MOST_ROUNDS = 1_000

export interface MappingOptions {
  readonly client: KinesisClient
  readonly stream: string
  readonly consumer: KinesisConsumer
  readonly batchSize: number
  readonly remainingMs: number
}

/** What Lambda does with a stream, until it is read to its end: once for each call, from the beginning. */
export async function drain(options: MappingOptions): Promise<number> {
  const { client, stream } = options
  const { Shards = [] } = await client.send(new ListShardsCommand({ StreamName: stream }))
  const rounds = await Promise.all(
    Shards.map(async ({ ShardId = '' }) => await drainShard(options, ShardId)),
  )
  return rounds.reduce((sum, each) => sum + each, 0)
}

async function drainShard(options: MappingOptions, shard: string): Promise<number> {
  const { client, stream, batchSize } = options
  let rounds = 0
  let { ShardIterator: iterator } = await client.send(
    new GetShardIteratorCommand({
      StreamName: stream,
      ShardId: shard,
      ShardIteratorType: 'TRIM_HORIZON',
    }),
  )
  for (;;) {
    const { Records = [], NextShardIterator } = await client.send(
      new GetRecordsCommand({ ShardIterator: iterator, Limit: batchSize }),
    )
    if (Records.length === 0) return rounds
    const arn = `arn:aws:kinesis:us-east-1:000000000000:stream/${stream}`
    rounds += await invoke(
      options,
      Records.map((record) => asLambdaSays(record, shard, arn)),
    )
    iterator = NextShardIterator
  }
}

/** Comes again from the checkpoint on, as Lambda does. @returns how often it came */
async function invoke(
  { consumer, remainingMs }: MappingOptions,
  records: readonly KinesisEventRecord[],
): Promise<number> {
  let left = records
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const event: KinesisEvent = { Records: left }
    const { batchItemFailures } = await consumer(event, contextOf(remainingMs))
    if (batchItemFailures.length === 0) return round
    const lowest = batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).toSorted()[0]
    const at = left.findIndex(({ kinesis }) => kinesis.sequenceNumber === lowest)
    assert.notEqual(at, -1, `no record has the number ${lowest}`)
    left = left.slice(at)
  }
  throw new Error(`A batch was not stored in ${MOST_ROUNDS} rounds.`)
}

/** What Lambda says of an invocation, as far as a consumer asks. */
export function contextOf(remainingMs: number): { getRemainingTimeInMillis(): number } {
  const startedAt = performance.now()
  return { getRemainingTimeInMillis: () => remainingMs - (performance.now() - startedAt) }
}

function asLambdaSays(
  { SequenceNumber = '', PartitionKey = '', Data, ApproximateArrivalTimestamp }: _Record,
  shard: string,
  eventSourceARN: string,
): KinesisEventRecord {
  return {
    eventID: `${shard}:${SequenceNumber}`,
    eventSourceARN,
    kinesis: {
      sequenceNumber: SequenceNumber,
      partitionKey: PartitionKey,
      data: Buffer.from(Data ?? []).toString('base64'),
      approximateArrivalTimestamp: (ApproximateArrivalTimestamp?.getTime() ?? 0) / 1000,
    },
  }
}
