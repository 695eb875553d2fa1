import assert from 'node:assert/strict'
import { TableReader } from '../../../engine/table/table-reader.ts'
import { recordedCalls } from '../../infrastructure/recorded-calls.ts'
import type { TestTable } from '../table/table-for-test.ts'
import { tableForTest } from '../table/table-for-test.ts'
import { almostFull, LATER, SETTINGS, storeOverAMinute } from './almost-full.ts'

describe('a warning that a limit is near', () => {
  let place: TestTable

  beforeEach(async () => {
    place = await tableForTest()
  })

  it('is reported, and stored as an event that the viewer lists', async () => {
    await almostFull(place, async (endpoint) => {
      const reports = await storeOverAMinute({ ...place, ...SETTINGS, endpoint }, 1 + LATER + 1)
      assert.deepEqual(
        reports.map(({ code }) => code),
        ['limit-near'],
      )
    })
    const reader = new TableReader(place)
    assert.deepEqual((await reader.prefixes()).names, ['stacktale', 'workout'])
    const { events } = await reader.feed({ level: 'warn' })
    assert.deepEqual(
      events.map(({ object, title }) => [object, title]),
      [['stacktale_storage', 'Storage is at 84 % of the 25 GB that are free.']],
    )
    const story = await reader.event(events[0]?.object ?? '', events[0]?.timestamp ?? '')
    assert.match(story?.text ?? '', /stacktale cost/)
  })

  it('is left out where it is not wanted, and nothing is asked', async () => {
    const calls = await recordedCalls(place.endpoint, async (endpoint) => {
      await storeOverAMinute({ ...place, ...SETTINGS, endpoint, limitWarnings: false }, 1 + LATER)
    })
    assert.ok(calls.every((call) => !call.includes('Describe')))
  })
})
