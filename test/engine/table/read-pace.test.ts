import assert from 'node:assert/strict'
import { ReadPace } from '../../../engine/table/read-pace.ts'

describe('the pace of reading', () => {
  let now = 0
  const waits: number[] = []
  const times = {
    clock: () => now,
    wait: async (ms: number) => {
      waits.push(ms)
      now += ms
    },
  }

  beforeEach(() => {
    now = 0
    waits.length = 0
  })

  it('lets a page go at once, and makes the next one wait for what was owed', async () => {
    const pace = new ReadPace(5, times)
    await pace.turn()
    pace.took(35)
    assert.deepEqual(waits, [])
    await pace.turn()
    assert.deepEqual(waits, [2_100])
  })

  it('gives no more in the long run than its units, and what is saved up at the start', async () => {
    const pace = new ReadPace(6, times)
    let taken = 0
    for (let request = 0; request < 200; request += 1) {
      await pace.turn()
      const units = 0.5 + (request % 7)
      pace.took(units)
      taken += units
    }
    const seconds = now / 1000
    assert.ok(taken <= 25 + 6 * seconds + 7, `${taken} in ${seconds} s`)
    assert.ok(taken >= 6 * seconds, `${taken} in ${seconds} s`)
  })

  it('saves up no more than a page takes', async () => {
    const pace = new ReadPace(5, times)
    now = 1_000_000
    await pace.turn()
    pace.took(25)
    await pace.turn()
    assert.deepEqual(waits, [100])
  })

  it('keeps requests that are made together apart', async () => {
    const pace = new ReadPace(5, times)
    for (let request = 0; request < 60; request += 1) await pace.turn()
    assert.equal(waits.length, 10)
  })

  it('has nothing saved up where the table gave nothing', async () => {
    const pace = new ReadPace(5, times)
    await pace.turn()
    pace.throttled()
    await pace.turn()
    assert.deepEqual(waits, [100])
  })

  it('never waits without a bound', async () => {
    const pace = new ReadPace(Infinity, times)
    await pace.turn()
    pace.took(1_000)
    await pace.turn()
    assert.deepEqual(waits, [])
  })
})
