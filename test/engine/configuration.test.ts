import assert from 'node:assert/strict'
import { configure } from 'stacktale'

describe('configure', () => {
  const refused: readonly (readonly [object, RegExp])[] = [
    [{ tabel: 'x' }, /no option "tabel"; there are table, service/],
    [{ table: 'a b' }, /"table" must be a DynamoDB table name.*it is "a b"/],
    [{ table: '' }, /"table"/],
    [{ service: 7 }, /"service" must be a text.*it is 7/],
    [{ retentionDays: 0 }, /"retentionDays" must be a number of days above 0/],
    [{ retentionDays: Number.NaN }, /"retentionDays"/],
    [{ level: 'fatal' }, /"level" must be one of debug, info, warn, error; it is "fatal"/],
    [{ endpoint: 'localhost:8000' }, /"endpoint" must be an address such as/],
    [{ sink: {} }, /"sink" must be a sink, with a write\(\) method/],
    [{ client: 'x' }, /"client" must be a DynamoDBClient/],
    [{ clock: 5 }, /"clock" must be a function/],
    [{ onFailure: null }, /"onFailure" must be a function/],
  ]
  for (const [options, message] of refused) {
    it(`refuses ${JSON.stringify(options)}`, () => {
      assert.throws(() => configure(options), { code: 'option-invalid', message })
    })
  }

  it('takes undefined for an option to bring its default back', () => {
    assert.doesNotThrow(() => configure({ table: 'stories', level: 'warn' }))
    assert.doesNotThrow(() => configure({ table: undefined, level: undefined }))
  })
})
