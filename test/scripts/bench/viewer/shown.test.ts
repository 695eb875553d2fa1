import assert from 'node:assert/strict'
import { shownOn } from '../../../../scripts/bench/viewer/shown.ts'
import { sample } from '../../../viewer/sample/sample-events.ts'
import { NOW, servingViewer } from '../../../viewer/serve.ts'

const { events } = sample(NOW, 600)

describe('what a measured page shows', () => {
  it('are its events', async () => {
    await servingViewer(events, async ({ get }) => {
      const { body } = await get('/?limit=25')
      const { rows, bytes, readUnits } = shownOn(body)
      assert.equal(rows, 25)
      assert.equal(bytes, Buffer.byteLength(body))
      assert.ok(readUnits >= 0.5)
    })
  })

  it('are the lines of its story', async () => {
    const [event] = events
    assert.ok(event)
    await servingViewer(events, async ({ get }) => {
      const { body } = await get(`/events/${event.object}/${event.timestamp}`)
      assert.equal(shownOn(body).rows, event.lines.length)
    })
  })
})
