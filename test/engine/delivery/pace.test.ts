import assert from 'node:assert/strict'
import { Pace } from '../../../engine/delivery/pace.ts'
import { PacedTable } from './simulated-table.ts'

const SECONDS = 120
/** Seconds of unused units that a table keeps: AWS's, and next to none. */
const BURSTS = [300, 1] as const

describe('the pace', () => {
  it('knows no bound until the table throttles', () => {
    const pace = new Pace()
    pace.sent(1_000_000)
    assert.equal(pace.allowance(0), Infinity)
    assert.equal(pace.waitMs(0), 0)
    pace.throttled(0)
    assert.ok(pace.rate < Infinity)
    assert.equal(pace.allowance(0), 0)
    assert.ok(pace.waitMs(0) > 0)
  })

  it('counts answers that were throttled together as one', () => {
    const [once, often] = [new Pace(), new Pace()]
    for (const pace of [once, often]) pace.granted(100, 0)
    once.throttled(500)
    for (let now = 500; now < 600; now += 10) often.throttled(now)
    assert.equal(often.rate, once.rate)
  })

  for (const units of [5, 25, 100, 1_000]) {
    it(`stores what a table of ${units} units a second gives, when ten times that is offered`, () => {
      for (const burstSeconds of BURSTS) {
        for (const credit of ['empty', 'full'] as const) {
          const table = { unitsPerSecond: units, burstSeconds, credit }
          const simulation = new PacedTable({ table, offered: 10 * units })
          const stored = simulation.run(SECONDS)
          const given = units * (SECONDS + (credit === 'full' ? burstSeconds : 0))
          const { requests, throttledRequests } = simulation
          const figures = `${((100 * stored) / given).toFixed(1)} % stored, ${throttledRequests} of ${requests} requests throttled`
          assert.ok(stored >= 0.95 * given, figures)
          assert.ok(throttledRequests <= 40 + requests / 50, figures)
        }
      }
    })
  }

  it('follows within 15 seconds when the table gets four times its units', () => {
    for (const burstSeconds of BURSTS) {
      const before = { unitsPerSecond: 25, burstSeconds, credit: 'empty' } as const
      const simulation = new PacedTable({ table: before, offered: 1_000 })
      simulation.run(60)
      simulation.provision({ ...before, unitsPerSecond: 100 })
      simulation.run(15)
      const stored = simulation.run(30)
      assert.ok(stored >= 0.95 * 30 * 100, `${stored} stored`)
    }
  })

  it('follows within seconds when the table gets a quarter of its units, asking in vain for little', () => {
    for (const burstSeconds of BURSTS) {
      const before = { unitsPerSecond: 100, burstSeconds, credit: 'empty' } as const
      const simulation = new PacedTable({ table: before, offered: 1_000 })
      simulation.run(60)
      const { throttledRequests } = simulation
      simulation.provision({ ...before, unitsPerSecond: 25 })
      const stored = simulation.run(10)
      assert.ok(stored >= 0.9 * 10 * 25, `${stored} stored`)
      const throttled = simulation.throttledRequests - throttledRequests
      assert.ok(throttled <= 40, `${throttled} requests throttled`)
    }
  })

  it('leaves nothing waiting while less is offered than the table gives', () => {
    const table = { unitsPerSecond: 100, burstSeconds: 300, credit: 'empty' } as const
    const simulation = new PacedTable({ table, offered: 80 })
    simulation.run(60)
    assert.ok(simulation.waitingLoads <= 10, `${simulation.waitingLoads} waiting`)
  })

  it('forgets in an idle time what the bound was before', () => {
    const low = { unitsPerSecond: 5, burstSeconds: 1, credit: 'empty' } as const
    const simulation = new PacedTable({ table: low, offered: 1_000 })
    simulation.run(20)
    simulation.provision({ unitsPerSecond: 1_000, burstSeconds: 300, credit: 'full' })
    simulation.offered = 0
    simulation.run(60)
    simulation.offered = 1_000
    const stored = simulation.run(5)
    assert.ok(stored >= 0.95 * 5 * 1_000, `${stored} stored`)
  })

  it('never passes the cap: in no second more than twice the cap, in no minute more than a sixtieth above it', () => {
    for (const cap of [10, 100, 1_000]) {
      const table = { unitsPerSecond: 100_000, burstSeconds: 300, credit: 'full' } as const
      const simulation = new PacedTable({ table, cap, offered: 10 * cap })
      const stored = simulation.run(SECONDS)
      assert.ok(stored >= 0.98 * cap * SECONDS, `${stored} stored`)
      for (const seconds of [1, 10, 60]) {
        const asked = simulation.mostAskedWithin(seconds * 1_000)
        assert.ok(asked <= cap * (seconds + 1), `${asked} asked for in ${seconds} s, cap ${cap}`)
      }
    }
  })

  it('keeps to the cap after an idle time, too', () => {
    const table = { unitsPerSecond: 50, burstSeconds: 1, credit: 'empty' } as const
    const simulation = new PacedTable({ table, cap: 100, offered: 1_000 })
    simulation.run(10)
    simulation.provision({ unitsPerSecond: 100_000, burstSeconds: 1, credit: 'full' })
    simulation.offered = 0
    simulation.run(3_600)
    simulation.offered = 10_000
    simulation.run(10)
    assert.ok(simulation.mostAskedWithin(1_000) <= 200)
  })

  it('lets a load that takes more than a second of the cap go, and makes up for it', () => {
    const table = { unitsPerSecond: 100_000, burstSeconds: 1, credit: 'full' } as const
    const simulation = new PacedTable({ table, cap: 5, offered: 1_000, unitsOfLoad: 40 })
    const stored = simulation.run(SECONDS)
    assert.ok(stored >= 0.9 * 5 * SECONDS && stored <= 5 * (SECONDS + 1) + 40, `${stored} stored`)
  })
})
