import assert from 'node:assert/strict'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { PutCommandOutput } from '@aws-sdk/lib-dynamodb'
import type { FaultName } from '../../../scripts/aws-stand-in/faults.ts'
import { Promised } from '../../../scripts/aws-stand-in/promised.ts'
import { eventItem, Testbed } from './testbed.ts'

async function put(
  { client, table }: Testbed,
  number: number,
  abortSignal?: AbortSignal,
): Promise<PutCommandOutput> {
  return await client.send(
    new PutCommand({ TableName: table, Item: eventItem(number) }),
    abortSignal === undefined ? {} : { abortSignal },
  )
}

interface Failure {
  readonly fault: FaultName
  readonly error: Readonly<Record<string, unknown>>
  readonly isStored: boolean
}

const failures: readonly Failure[] = [
  { fault: 'resetBefore', error: { code: 'ECONNRESET' }, isStored: false },
  { fault: 'resetAfter', error: { code: 'ECONNRESET' }, isStored: true },
  { fault: 'cutReply', error: { code: 'ECONNRESET' }, isStored: true },
  { fault: 'throttle', error: { name: 'ThrottlingException' }, isStored: false },
  { fault: 'internalError', error: { name: 'InternalServerError' }, isStored: false },
  { fault: 'internalErrorAfter', error: { name: 'InternalServerError' }, isStored: true },
  { fault: 'expiredCredentials', error: { name: 'ExpiredTokenException' }, isStored: false },
  { fault: 'tableGone', error: { name: 'ResourceNotFoundException' }, isStored: false },
]

const silences = [
  { fault: 'blackHole', isStored: false },
  { fault: 'blackHoleAfter', isStored: true },
] as const

describe('a fault', () => {
  for (const { fault, error, isStored } of failures) {
    it(`${fault} fails the put, ${isStored ? 'once' : 'before'} it is stored, until it ends`, async () => {
      await using bed = await Testbed.create()
      bed.aws.faults[fault] = 1
      await assert.rejects(put(bed, 1), error)
      assert.equal(await bed.isStored(eventItem(1)), isStored)
      assert.equal(bed.aws.counts.putsOf(bed.table, 'workout_1', '1'), isStored ? 1 : 0)
      assert.deepEqual([...bed.aws.counts.injected], [[fault, 1]])
      bed.aws.faults.clear()
      await put(bed, 1)
      assert.equal(await bed.isStored(eventItem(1)), true)
      assert.equal(bed.aws.counts.requests.get('PutItem'), 2)
    })
  }

  for (const { fault, isStored } of silences) {
    it(`${fault} never answers, the connection staying open, ${isStored ? 'once' : 'before'} it is stored`, async () => {
      await using bed = await Testbed.create()
      const struck = new Promised<void>()
      bed.aws.faults[fault] = ({ writes }) => {
        const isFirst = JSON.stringify(writes).includes('workout_1')
        if (isFirst) struck.give()
        return isFirst
      }
      const giveUp = new AbortController()
      const silent = put(bed, 1, giveUp.signal).then(
        () => 'answered',
        (error: Error) => error.name,
      )
      await struck.value
      assert.equal(await Promise.race([silent, put(bed, 2).then(() => 'other')]), 'other')
      assert.equal(await bed.isStored(eventItem(1)), isStored)
      giveUp.abort()
      assert.equal(await silent, 'AbortError')
    })
  }

  it('delay holds the request back for as long, before it is stored', async () => {
    const asked = new Promised<number>()
    const over = new Promised<void>()
    await using bed = await Testbed.create({
      wait: async (ms) => {
        asked.give(ms)
        await over.value
      },
    })
    bed.aws.faults.delay = 1
    bed.aws.faults.delayMs = 1_234
    const delayed = put(bed, 1)
    assert.equal(await asked.value, 1_234)
    assert.equal(await bed.isStored(eventItem(1)), false)
    over.give()
    await delayed
    assert.equal(await bed.isStored(eventItem(1)), true)
  })

  it('strikes as often as its chance says, and alike for the same seed', async () => {
    const pattern = async (seed: number): Promise<string> => {
      await using bed = await Testbed.create({ seed })
      bed.aws.faults.throttle = 0.5
      let results = ''
      for (let number = 0; number < 40; number += 1) {
        results += await put(bed, number).then(
          () => '.',
          () => 'x',
        )
      }
      return results
    }
    const first = await pattern(1)
    assert.match(first, /^(?=(.*x){10})(?=(.*\.){10})/)
    assert.equal(await pattern(1), first)
    assert.notEqual(await pattern(2), first)
  })

  it('strikes the requests that a function picks', async () => {
    await using bed = await Testbed.create()
    bed.aws.faults.throttle = ({ operation, input }) =>
      operation === 'PutItem' && JSON.stringify(input['Item']).includes('workout_2')
    await put(bed, 1)
    await assert.rejects(put(bed, 2), { name: 'ThrottlingException' })
  })
})
