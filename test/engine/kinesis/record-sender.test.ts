import assert from 'node:assert/strict'
import type { StreamRecord } from '../../../engine/kinesis/encode-records.ts'
import type { PutOutcome } from '../../../engine/kinesis/record-sender.ts'
import { RecordSender } from '../../../engine/kinesis/record-sender.ts'

const MB = 1024 * 1024

function record(name: string, bytes = 1): StreamRecord {
  return { data: Buffer.alloc(bytes), partitionKey: name }
}

/** Stands in for Kinesis: notes what it is asked to take, and answers as it is told. */
function senderTo(answer: (names: readonly string[], round: number) => PutOutcome): {
  readonly sender: RecordSender
  readonly asked: readonly (readonly string[])[]
} {
  const asked: string[][] = []
  const sender = new RecordSender({
    stream: 'events',
    random: () => 0,
    put: async (records) => {
      const names = records.map(({ partitionKey }) => partitionKey)
      asked.push(names)
      return await Promise.resolve(answer(names, asked.length))
    },
  })
  return { sender, asked }
}

const taken = (names: readonly string[]): PutOutcome => names.map(() => undefined)

describe('records on their way to a stream', () => {
  it('go together where they come in the same turn, and not else', async () => {
    const { sender, asked } = senderTo(taken)
    await Promise.all(['a', 'b'].map(async (name) => await sender.send(record(name))))
    await sender.send(record('c'))
    assert.deepEqual(asked, [['a', 'b'], ['c']])
  })

  it('go 500 at a time at most', async () => {
    const { sender, asked } = senderTo(taken)
    const names = Array.from({ length: 1_001 }, (_, index) => String(index))
    await Promise.all(names.map(async (name) => await sender.send(record(name))))
    assert.deepEqual(
      asked.map(({ length }) => length),
      [500, 500, 1],
    )
  })

  it('go 5 MB at a time at most, their partition keys counted', async () => {
    const { sender, asked } = senderTo(taken)
    const sizes = [MB - 1, MB - 1, MB - 1, MB - 1, MB - 1, 1, MB - 1]
    await Promise.all(sizes.map(async (bytes) => await sender.send(record('k', bytes))))
    assert.deepEqual(
      asked.map(({ length }) => length),
      [5, 2],
    )
  })

  it('go again alone where they were not taken', async () => {
    const { sender, asked } = senderTo((names, round) =>
      names.map((name) => (name !== 'a' && round < 3 ? 'InternalFailure' : undefined)),
    )
    const accepted: string[] = []
    await Promise.all(
      ['a', 'b', 'c'].map(async (name) => {
        await sender.send(record(name))
        accepted.push(`${name} after ${asked.length}`)
      }),
    )
    assert.deepEqual(asked, [
      ['a', 'b', 'c'],
      ['b', 'c'],
      ['b', 'c'],
    ])
    assert.deepEqual(accepted, ['a after 1', 'b after 3', 'c after 3'])
  })

  it('are given up after six tries, with the reason', async () => {
    for (const [reason, code] of [
      ['ProvisionedThroughputExceededException', 'throttled'],
      ['InternalFailure', 'service-failed'],
    ] as const) {
      const { sender, asked } = senderTo((names) =>
        names.map((name) => (name === 'b' ? reason : undefined)),
      )
      const [a, b] = await Promise.allSettled([sender.send(record('a')), sender.send(record('b'))])
      assert.equal(a.status, 'fulfilled')
      assert.equal(b.status === 'rejected' && b.reason.code, code)
      assert.equal(asked.length, 6)
    }
  })

  it('fail together where the request does, and the next are sent all the same', async () => {
    const { sender } = senderTo((names, round) => {
      if (round > 1) return taken(names)
      throw Object.assign(new Error('no'), { name: 'AccessDeniedException' })
    })
    const outcomes = await Promise.allSettled([sender.send(record('a')), sender.send(record('b'))])
    for (const outcome of outcomes) {
      assert.equal(outcome.status === 'rejected' && outcome.reason.code, 'access-denied')
      assert.match(outcome.status === 'rejected' ? outcome.reason.message : '', /PutRecords/)
    }
    await sender.send(record('c'))
  })
})
