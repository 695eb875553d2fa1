import assert from 'node:assert/strict'
import { configure, GenericLogger } from 'stacktale'
import { memorySink } from 'stacktale/testing'

describe('what an event says as a whole', () => {
  const sink = memorySink()
  before(() => configure({ sink }))
  after(() => configure({ sink: undefined, clock: undefined }))
  beforeEach(() => sink.clear())

  async function titleOf(text: string): Promise<string | undefined> {
    const log = new GenericLogger({ id: 1 }, 'title')
    log.info(text)
    await log.commit()
    return sink.events.at(-1)?.title
  }

  it('has the first row of the first line as its title, cut at 100', async () => {
    assert.equal(await titleOf('First row\nsecond row'), 'First row')
    assert.equal(await titleOf('x'.repeat(100)), 'x'.repeat(100))
    assert.equal(await titleOf('x'.repeat(101)), `${'x'.repeat(99)}…`)
  })

  it('cuts no character of its title in half', async () => {
    assert.equal(await titleOf(`${'x'.repeat(98)}😀😀`), `${'x'.repeat(98)}…`)
    assert.equal(await titleOf('half \ud83d'), 'half \ufffd')
  })

  it('has times that do not run backwards where the clock does', async () => {
    const readings = [1_000, 990, 1_010, 980, 970]
    configure({ clock: () => readings.shift() ?? 970 })
    const log = new GenericLogger({ id: 1 }, 'clock')
    log.info('a')
    log.info('b')
    log.info('c')
    await log.commit()
    assert.deepEqual(
      sink.events[0]?.lines.map(({ elapsed }) => elapsed),
      [0, 0, 10],
    )
    assert.ok(sink.events[0] !== undefined && sink.events[0].duration >= 0)
  })
})
