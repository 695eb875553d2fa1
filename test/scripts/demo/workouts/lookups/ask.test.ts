import assert from 'node:assert/strict'
import { ask } from '../../../../../scripts/demo/workouts/lookups/ask.ts'
import { LookupFailedError } from '../../../../../scripts/demo/workouts/lookups/lookup-failed-error.ts'
import { historyStore } from '../../../../../scripts/demo/workouts/lookups/service.ts'
import { SeededRandom } from '../../../../../scripts/demo/workouts/seeded-random.ts'

function surroundingsWith(failureRate: number): {
  readonly paused: number[]
  readonly surroundings: Parameters<typeof ask>[2]
} {
  const paused: number[] = []
  return {
    paused,
    surroundings: {
      clock: () => 0,
      random: new SeededRandom(1),
      latency: async (ms) => {
        paused.push(ms)
      },
      failureRate: () => failureRate,
    },
  }
}

describe('ask', () => {
  it('answers at once when nothing fails', async () => {
    const { surroundings, paused } = surroundingsWith(0)
    const log = { retryingLookup: () => assert.fail('retried') }
    assert.equal(await ask(historyStore, () => 'answer', surroundings, log), 'answer')
    assert.equal(paused.length, 1)
  })

  it('tells of each failure, pauses twice as long each time, then gives up', async () => {
    const { surroundings } = surroundingsWith(1)
    const retries: (readonly [string, number, number, string])[] = []
    const log = {
      retryingLookup: (service: string, attempt: number, pauseMs: number, error: Error) =>
        retries.push([service, attempt, pauseMs, error.message]),
    }
    await assert.rejects(
      ask(historyStore, () => 'answer', surroundings, log),
      (error) =>
        error instanceof LookupFailedError &&
        error.cause instanceof Error &&
        error.cause.cause instanceof Error,
    )
    assert.deepEqual(retries, [
      ['training history', 1, 40, 'The connection broke while reading'],
      ['training history', 2, 80, 'The connection broke while reading'],
    ])
  })

  it('does not repeat what fails in the answer itself', async () => {
    const { surroundings, paused } = surroundingsWith(0)
    const log = { retryingLookup: () => assert.fail('retried') }
    const answer = (): never => {
      throw new TypeError('damaged')
    }
    await assert.rejects(ask(historyStore, answer, surroundings, log), TypeError)
    assert.equal(paused.length, 1)
  })
})
