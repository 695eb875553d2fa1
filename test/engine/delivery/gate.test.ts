import assert from 'node:assert/strict'
import { Gate } from '../../../engine/delivery/gate.ts'
import { StacktaleError } from '../../../engine/errors/stacktale-error.ts'

const unreachable = new StacktaleError('endpoint-unreachable', 'Nobody is there.')
const denied = new StacktaleError('access-denied', 'Not you.')

/** The longest pause that could be drawn. */
const longest = (): number => 1

describe('the gate', () => {
  it('stands open at first, and while what is sent is stored', () => {
    const gate = new Gate(longest)
    gate.passed()
    assert.ok(gate.isOpen)
    assert.equal(gate.waitMs(0), 0)
  })

  it('waits for twice as long after each failure in a row, up to ten seconds', () => {
    const gate = new Gate(longest)
    const pauses: number[] = []
    let now = 0
    for (let failures = 0; failures < 10; failures += 1) {
      gate.failed(unreachable, now, now)
      pauses.push(gate.waitMs(now))
      now += gate.waitMs(now)
    }
    assert.deepEqual(pauses, [50, 100, 200, 400, 800, 1600, 3200, 6400, 10_000, 10_000])
    assert.equal(gate.isOpen, false)
  })

  it('begins with a second where a failure does not pass by itself', () => {
    const gate = new Gate(longest)
    gate.failed(denied, 0, 0)
    assert.equal(gate.waitMs(0), 1_000)
    assert.equal(gate.waitMs(400), 600)
    assert.equal(gate.waitMs(1_400), 0)
  })

  it('draws its pauses by chance, so that not all come back at once', () => {
    const gate = new Gate(() => 0.25)
    gate.failed(denied, 0, 0)
    assert.equal(gate.waitMs(0), 250)
  })

  it('counts those that were on their way together as one failure', () => {
    const gate = new Gate(longest)
    gate.failed(unreachable, 0, 30)
    gate.failed(unreachable, 10, 40)
    gate.failed(unreachable, 29, 60)
    assert.equal(gate.waitMs(30), 50)
  })

  it('opens at once when something is stored, and forgets what failed', () => {
    const gate = new Gate(longest)
    for (const now of [0, 100, 300]) gate.failed(unreachable, now, now)
    gate.passed()
    assert.ok(gate.isOpen)
    assert.equal(gate.waitMs(300), 0)
    gate.failed(unreachable, 400, 400)
    assert.equal(gate.waitMs(400), 50)
  })

  it('tells at once of what does not pass by itself', () => {
    assert.equal(new Gate(longest).failed(denied, 0, 0), true)
  })

  it('tells of what passes by itself after five failures in a row, and a second of them', () => {
    const gate = new Gate(longest)
    const isTold = [0, 100, 200, 300, 400, 999, 1_000].map((now) =>
      gate.failed(unreachable, now, now),
    )
    assert.deepEqual(isTold, [false, false, false, false, false, false, true])
    const slow = new Gate(longest)
    const isSlowTold = [0, 2_000, 4_000, 6_000, 8_000].map((now) =>
      slow.failed(unreachable, now, now),
    )
    assert.deepEqual(isSlowTold, [false, false, false, false, true])
  })

  it('keeps someone who waits no longer than a second, and no event makes a try of its own', () => {
    const gate = new Gate(longest)
    for (let now = 0; now < 10_000; now += 1_000) gate.failed(unreachable, now, now)
    assert.equal(gate.waitMs(9_000), 10_000)
    gate.hurry()
    gate.hurry()
    assert.equal(gate.waitMs(9_000), 1_000)
    assert.equal(gate.isOpen, false)
  })

  it('does not put a try off by hurrying', () => {
    const gate = new Gate(longest)
    gate.failed(unreachable, 0, 0)
    gate.hurry()
    assert.equal(gate.waitMs(0), 50)
    const open = new Gate(longest)
    open.hurry()
    assert.equal(open.waitMs(0), 0)
  })

  it('lets the next try through at once where it is asked to, whose failure counts anew', () => {
    const gate = new Gate(longest)
    for (const now of [0, 100, 300]) gate.failed(unreachable, now, now)
    gate.retryNow()
    assert.ok(gate.isOpen)
    assert.equal(gate.waitMs(300), 0)
    gate.failed(unreachable, 299, 310)
    assert.equal(gate.waitMs(310), 50)
  })
})
