import assert from 'node:assert/strict'
import fc from 'fast-check'
import { callTree } from '../../../viewer/display/call-tree.ts'
import { traceEvents } from '../../../viewer/display/trace-event.ts'
import { traceLanes } from '../../../viewer/display/trace-lanes.ts'
import { eventOf } from '../event-of.ts'
import { NOW } from '../serve.ts'

const event = fc.record({
  service: fc.constantFrom('a', 'b', 'c'),
  ended: fc.nat(100_000),
  duration: fc.nat(50_000),
})

function lanesOf(given: readonly { service: string; ended: number; duration: number }[]) {
  const summaries = given.map(({ service, ended, duration }) => {
    const { lines, ...header } = eventOf({ service, duration, timestamp: `${NOW - ended}.5` })
    return { ...header, lines: lines.length }
  })
  return traceLanes(callTree(traceEvents(summaries, new Map())))
}

describe('traceLanes', () => {
  it('gives each service a lane, and each event a bar in it, inside the frame', () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 40 }), (given) => {
        const { lanes, bars, height } = lanesOf(given)
        assert.equal(lanes.length, new Set(given.map(({ service }) => service)).size)
        assert.equal(bars.length, given.length)
        for (const { x, y, width, label } of bars) {
          const lane = lanes.find(({ service }) => label.startsWith(`${service}:`))
          assert.ok(x >= 0 && width > 0 && x + width <= 1000.1, `${x} ${width}`)
          assert.ok(lane !== undefined && y >= lane.y && y + 10 <= lane.y + lane.height)
          assert.ok(y + 10 <= height)
        }
      }),
    )
  })

  it('puts what overlaps in a lane below each other', () => {
    const { bars } = lanesOf([
      { service: 'a', ended: 0, duration: 100 },
      { service: 'a', ended: 10, duration: 20 },
      { service: 'a', ended: 200, duration: 50 },
    ])
    assert.deepEqual(
      bars.map(({ y }) => y),
      [6, 6, 20],
    )
  })
})
