import assert from 'node:assert/strict'
import { configure } from '../../../engine/configure.ts'
import { plainData } from '../../../engine/plain-data.ts'

describe('the option redact', () => {
  afterEach(() => configure({ redact: undefined }))

  const refused: readonly (readonly [redact: unknown, message: RegExp])[] = [
    [true, /"redact" must be false or an object; it is true/],
    [null, /"redact" must be false or an object; it is null/],
    [
      { path: [] },
      /no option "redact.path"; there are paths, names, patterns, keep, defaults, replace/,
    ],
    [{ paths: 'user.password' }, /"redact.paths" must be a list of paths such as/],
    [{ paths: ['user..password'] }, /"redact.paths"/],
    [{ paths: [''] }, /"redact.paths"/],
    [{ names: [7] }, /"redact.names" must be a list of texts and regular expressions/],
    [{ names: [''] }, /"redact.names"/],
    [{ patterns: ['a'] }, /"redact.patterns" must be a list of regular expressions/],
    [{ keep: [/a/] }, /"redact.keep" must be a list of texts/],
    [{ defaults: 1 }, /"redact.defaults" must be true or false/],
    [{ replace: 'x' }, /"redact.replace" must be a function/],
  ]
  for (const [redact, message] of refused) {
    it(`cannot be ${JSON.stringify(redact)}`, () => {
      assert.throws(() => configure(Object({ redact })), { code: 'option-invalid', message })
    })
  }

  it('is in force until it is set again', () => {
    const shown = (): unknown => plainData({ iban: 'CH1', pwd: 'x' })
    configure({ redact: { names: ['iban'], keep: undefined } })
    assert.deepEqual(shown(), { iban: '[redacted]', pwd: '[redacted]' })
    configure({ service: undefined })
    assert.deepEqual(shown(), { iban: '[redacted]', pwd: '[redacted]' })
    configure({ redact: false })
    assert.deepEqual(shown(), { iban: 'CH1', pwd: 'x' })
    configure({ redact: undefined })
    assert.deepEqual(shown(), { iban: 'CH1', pwd: '[redacted]' })
  })
})
