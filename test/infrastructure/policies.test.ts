import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { configure, flush, GenericLogger } from 'stacktale'
import { createViewer } from '../../viewer/index.ts'
import { almostFull, LATER, SETTINGS, storeOverAMinute } from '../engine/limits/almost-full.ts'
import type { TestTable } from '../engine/table/table-for-test.ts'
import { tableForTest } from '../engine/table/table-for-test.ts'
import { runCli } from '../scripts/cli/run-cli.ts'
import { bigEvent, eventOf, store } from '../scripts/cli/stories.ts'
import { serving } from '../viewer/serve.ts'
import type { Allowances } from './policy.ts'
import { publishedPolicy } from './policy.ts'
import { recordedCalls } from './recorded-calls.ts'
import type { Role } from './table-shape.ts'

describe('the policies allow what is called, and nothing else', () => {
  let place: TestTable

  beforeEach(async () => {
    place = await tableForTest()
  })
  after(() => configure({ table: undefined, region: undefined, endpoint: undefined }))

  function policyFor(role: Role): Allowances {
    return publishedPolicy(role).map((call) =>
      call.replace('table/stories', `table/${place.table}`),
    )
  }

  it('for an application that stores events: one, many, and one bigger than an item', async () => {
    const calls = await recordedCalls(place.endpoint, async (endpoint) => {
      configure({ ...place, endpoint })
      const one = new GenericLogger({ id: 1 }, 'single')
      one.info('Starting')
      await one.commit()
      const many = Array.from({ length: 60 }, (_, id) => new GenericLogger({ id }, 'many'))
      for (const log of many) {
        log.info('Starting')
        void log.commit()
      }
      const big = new GenericLogger({ id: 1 }, 'big')
      big.info(randomBytes(900_000).toString('base64'))
      await big.commit()
      await flush()
      // An hour's look at the limits, of which one is near.
      await almostFull({ ...place, endpoint }, async (full) => {
        await storeOverAMinute({ ...place, ...SETTINGS, endpoint: full }, 1 + LATER + 1)
      })
    })
    assert.deepEqual(calls, policyFor('writer'))
  })

  it('for the pages of the viewer', async () => {
    const event = bigEvent({ header: { trace: '0af7651916cd43dd8448eb211c80319c' } })
    await store(place, [event])
    const calls = await recordedCalls(place.endpoint, async (endpoint) => {
      const viewer = createViewer({
        auth: false,
        ...place,
        endpoint,
        readUnitsPerSecond: Infinity,
      })
      await serving(viewer, async ({ get }) => {
        const story = `/events/${event.object}/${event.timestamp}`
        for (const path of [
          '/',
          story,
          `${story}.txt`,
          `${story}.ndjson`,
          `/objects/${event.object}`,
          '/traces/0af7651916cd43dd8448eb211c80319c',
          '/cost',
        ]) {
          assert.equal((await get(path)).status, 200, path)
        }
      })
    })
    assert.deepEqual(calls, policyFor('viewer'))
  })

  it('for the commands that read', async () => {
    await store(place, [eventOf()])
    const calls = await recordedCalls(place.endpoint, async (endpoint) => {
      for (const args of [['list'], ['show', 'workout_42'], ['export']]) {
        const { code, stderr } = await runCli(args, { place: { ...place, endpoint } })
        assert.equal(code, 0, stderr)
      }
    })
    const isDescribing = (call: string): boolean => call.startsWith('dynamodb:Describe')
    assert.deepEqual(
      calls,
      policyFor('viewer').filter((call) => !isDescribing(call)),
    )
  })

  it('for the command that says what it costs, beside what it may ask of the account', async () => {
    await store(place, [eventOf()])
    const calls = await recordedCalls(place.endpoint, async (endpoint) => {
      const { code, stderr } = await runCli(['cost'], { place: { ...place, endpoint } })
      assert.equal(code, 0, stderr)
    })
    const own = calls.filter((call) => call.includes(`table/${place.table}`))
    assert.deepEqual(
      own.filter((call) => !policyFor('viewer').includes(call)),
      [],
    )
  })

  it('for the command that erases', async () => {
    await store(place, [eventOf(), eventOf(), bigEvent()])
    const calls = await recordedCalls(place.endpoint, async (endpoint) => {
      const { code, stderr } = await runCli(['erase', 'workout_42', '--yes'], {
        place: { ...place, endpoint },
      })
      assert.equal(code, 0, stderr)
    })
    assert.deepEqual(calls, policyFor('eraser'))
  })
})
