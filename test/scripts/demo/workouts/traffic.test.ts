import assert from 'node:assert/strict'
import { configure } from 'stacktale'
import { memorySink } from 'stacktale/testing'
import { runForever } from '../../../../scripts/demo/workouts/traffic.ts'

const HOUR_MS = 3_600_000
const atOnce = (): Promise<void> => Promise.resolve()

describe('runForever', () => {
  afterEach(() => {
    configure({ sink: undefined })
  })

  it('goes on until it is told to stop, and waits no longer then', async () => {
    const sink = memorySink()
    const controller = new AbortController()
    configure({
      sink: {
        write: async (event) => {
          const receipt = await sink.write(event)
          if (sink.events.length === 3) controller.abort()
          return receipt
        },
      },
    })
    await runForever({ everyMs: 0, seed: 1, signal: controller.signal, latency: atOnce })
    assert.equal(sink.events.length, 3)
  })

  it('stores the event in progress when it is told to stop', async () => {
    const sink = memorySink()
    configure({ sink })
    const controller = new AbortController()
    await runForever({
      everyMs: HOUR_MS,
      seed: 2,
      signal: controller.signal,
      latency: async () => {
        controller.abort()
      },
    })
    assert.equal(sink.events.length, 1)
    assert.ok((sink.events[0]?.lines.length ?? 0) > 5)
  })

  it('does nothing when it is told to stop beforehand', async () => {
    const sink = memorySink()
    configure({ sink })
    await runForever({ everyMs: 0, seed: 1, signal: AbortSignal.abort(), latency: atOnce })
    assert.deepEqual(sink.events, [])
  })
})
