import assert from 'node:assert/strict'
import { OptionError } from '../../../scripts/start/option-error.ts'
import { readStartOptions } from '../../../scripts/start/start-options.ts'

describe('start options', () => {
  it('have defaults', () => {
    const expected = { port: 8080, dataFolder: '.stacktale', backlogEvents: 400, everyMs: 3000 }
    assert.deepEqual(readStartOptions([], {}), expected)
    assert.deepEqual(readStartOptions([], { PORT: '' }), expected)
  })

  it('come from the command line, and the port from PORT', () => {
    const args = ['--data', 'elsewhere', '--events', '5', '--every=250']
    assert.deepEqual(readStartOptions(args, { PORT: '0' }), {
      port: 0,
      dataFolder: 'elsewhere',
      backlogEvents: 5,
      everyMs: 250,
    })
  })

  for (const port of ['abc', '-1', '65536', '80.5', '0x50', ' 80']) {
    it(`refuse PORT="${port}", naming it and what it may be`, () => {
      const expected = `PORT must be a whole number from 0 to 65535; it is "${port}".`
      assert.throws(() => readStartOptions([], { PORT: port }), new OptionError(expected))
    })
  }

  it('refuse an impossible count or interval', () => {
    assert.throws(() => readStartOptions(['--events', 'many'], {}), /--events must be/)
    assert.throws(() => readStartOptions(['--every', '0.5'], {}), /--every must be/)
  })

  it('refuse what is unknown, and say what there is', () => {
    assert.throws(() => readStartOptions(['--prot', '1'], {}), /'--prot'.*Usage: npm start/s)
    assert.throws(() => readStartOptions(['8080'], {}), /'8080'.*Usage: npm start/s)
  })

  it('give way to the usage where that is asked for', () => {
    assert.equal(readStartOptions(['--help'], {}), undefined)
  })
})
