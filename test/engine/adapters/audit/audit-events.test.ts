import assert from 'node:assert/strict'
import { configure, flush } from 'stacktale'
import { auditEvents } from 'stacktale/audit'
import { memorySink } from 'stacktale/testing'
import { ManualTimer } from '../lines/manual-timer.ts'

const address = '203.0.113.1'

describe('auditEvents', () => {
  const sink = memorySink()
  const timer = new ManualTimer()

  beforeEach(() => {
    sink.clear()
    configure({ sink })
  })
  afterEach(async () => {
    await flush()
    configure({ sink: undefined })
  })

  it('is one event of each user, with a line for each page', async () => {
    const audit = auditEvents({ startTimer: timer.start })
    audit({ action: 'signed-in', user: 'ada', address })
    audit({
      action: 'looked',
      user: 'ada',
      address,
      path: '/objects/a_1',
      status: 200,
      readUnits: 1.5,
    })
    audit({ action: 'looked', user: 'grace', address, path: '/', status: 200, readUnits: 2 })
    await flush()
    const ada = sink.find('audit_ada')
    assert.deepEqual(
      ada.lines.map(({ text, depth, data }) => ({ text, depth, data })),
      [
        { text: `Signed in from ${address}`, depth: 0, data: undefined },
        {
          text: 'Looked at /objects/a_1',
          depth: 0,
          data: { status: 200, readUnits: 1.5, address },
        },
      ],
    )
    assert.equal(sink.find('audit_grace').lines.length, 1)
    assert.equal(sink.events.length, 2)
  })

  it('ends after its time, and with signing out', async () => {
    const audit = auditEvents({ startTimer: timer.start })
    audit({ action: 'looked', user: 'ada', address, path: '/', status: 200, readUnits: 0 })
    assert.deepEqual(timer.waits, [300_000])
    audit({ action: 'signed-out', user: 'ada', address })
    assert.deepEqual(timer.waits, [])
    await flush()
    assert.equal(sink.find('audit_ada').lines.length, 2)
  })

  it('keeps whom nobody knows under one object, so that trying names costs one event', async () => {
    const audit = auditEvents({ startTimer: timer.start })
    for (let tries = 0; tries < 50; tries += 1) {
      audit({ action: 'sign-in-refused', user: `name "${tries}"\u001b[31m`, address })
    }
    await flush()
    const [event, ...others] = sink.events
    assert.equal(others.length, 0)
    assert.equal(event?.object, 'audit_unknown')
    assert.equal(event?.level, 'warn')
    assert.match(
      event?.lines[7]?.text ?? '',
      /^Refused to sign in "name \\"7\\"\\u001b\[31m" from 203/,
    )
  })

  it('takes any name', async () => {
    const audit = auditEvents({ prefix: 'seen', startTimer: timer.start })
    for (const user of ['x'.repeat(5000), 'a_b', '😀'.repeat(150), '__proto__']) {
      audit({ action: 'signed-in', user, address })
    }
    await flush()
    assert.equal(sink.events.length, 4)
    assert.ok(sink.events.every(({ object }) => object.startsWith('seen_')))
  })

  it('holds the events of so many users open at most', async () => {
    const audit = auditEvents({ startTimer: timer.start })
    for (let user = 0; user < 1200; user += 1)
      audit({ action: 'signed-in', user: `u${user}`, address })
    assert.ok(timer.waits.length <= 1000, `${timer.waits.length}`)
  })

  it('refuses a prefix that cannot be, at once', () => {
    assert.throws(() => auditEvents({ prefix: 'a_b' }), { code: 'prefix-invalid' })
  })
})
